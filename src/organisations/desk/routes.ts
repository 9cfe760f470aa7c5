// The routes of contacts and bodies. Everybody at the desk keeps them; contracts are a manager's.
import { z } from 'zod';
import { frameOf } from '../../frame.ts';
import { formOf, type FormState } from '../../kit/forms/answers.ts';
import { email } from '../../kit/forms/contact-fields.ts';
import { dayFields } from '../../kit/forms/day-fields.ts';
import { choice, words } from '../../kit/forms/fields.ts';
import { readForm } from '../../kit/forms/read-form.ts';
import { firstOf } from '../../kit/http/fields.ts';
import { NotFound, RequestProblem } from '../../kit/http/problems.ts';
import type { ActVisit, Route, Visit } from '../../kit/http/visit.ts';
import { isId, newId } from '../../kit/ids.ts';
import { lines } from '../../office/desk/fields.ts';
import { actOf, seenVersionOf } from '../../office/desk/sent.ts';
import { reading, type WebProgram } from '../../program.ts';
import { staffOf } from '../../sign-in/visits.ts';
import { holds, type Who } from '../../sign-in/who.ts';
import { bodyKinds, wrongWithCode, type BodyDetails, type BodyKind } from '../body.ts';
import { addBody, addContract, changeBody, endContract, type ContractChangeRefusal } from '../commands.ts';
import { bodyPaths } from '../paths.ts';
import { contractRefusalWords } from '../rules.ts';
import { getBody, listBodies, listContracts, listSignposts } from '../store.ts';
import { BodyPage, emailFields } from './forms.tsx';
import { BodiesPage, isStale, PeoplePage } from './pages.tsx';
import { signpostRoutes } from './signpost-routes.ts';

const bodySchema = z.object({
  name: words(160, { asks: 'Please write the name.' }),
  nationalCode: words(12),
  ...Object.fromEntries(
    emailFields.flatMap((index) => [
      [`email${index}`, email()],
      [`emailOf${index}`, words(80)],
    ]),
  ),
  telephone: words(40),
  addressLines: lines(),
});
const kindSchema = z.object({ kind: choice(bodyKinds, { asks: 'Please choose what it is.' }) });

interface Shown {
  readonly form?: FormState;
  readonly contractForm?: FormState;
  readonly status?: 200 | 409 | 422;
  readonly meanwhile?: boolean;
  readonly done?: string | null;
}

/** Makes the routes. */
export function organisationRoutes(program: WebProgram): Route<Who>[] {
  const common = (visit: Visit<Who>) => ({ frame: frameOf(program, visit), act: newId(program.clock.now()) });

  async function page(visit: Visit<Who>, id: string, shown: Shown = {}) {
    const me = staffOf(visit);
    const { form, contractForm = formOf(), status = 200, meanwhile = false, done = null } = shown;
    const { body, contracts } = await reading(program, me, async (tx) => ({
      body: await getBody(tx, id),
      contracts: await listContracts(tx, me.serviceId, id),
    }));
    const stands = meanwhile
      ? [
          { what: 'Name', now: body.name },
          { what: 'National code', now: body.national_code ?? '' },
          { what: 'E-mail', now: body.emails.join(', ') },
          { what: 'Telephone', now: body.telephone ?? '' },
          { what: 'Address', now: body.address_lines.join(', ') },
        ]
      : null;
    return visit.html(
      BodyPage({
        ...common(visit),
        form: form ?? bodyAnswers(body),
        body,
        contracts,
        contractForm,
        mayContract: holds(me, 'manager'),
        meanwhile: stands,
        done,
      }),
      status,
    );
  }

  function newPage(visit: Visit<Who>, form: FormState, id: string, status = 200) {
    const none = { body: null, contracts: [], contractForm: formOf(), mayContract: false };
    return visit.html(BodyPage({ ...common(visit), ...none, form, newId: id }), status);
  }

  async function add(visit: ActVisit<Who>) {
    const id = firstOf(visit.form, 'id');
    if (!isId(id)) throw new RequestProblem('bad-request');
    const kind = readForm(kindSchema, visit.form);
    const read = readBody(visit, kind.ok ? kind.values.kind : 'other');
    const answers = { ...kind.answers, ...read.answers };
    const errors = [...(kind.ok ? [] : kind.errors), ...('errors' in read ? read.errors : [])];
    if (!kind.ok || 'errors' in read) return newPage(visit, { answers, errors }, id, 422);
    const done = await addBody(program, staffOf(visit), { actId: actOf(visit), id, details: read.details });
    if ('refused' in done) return newPage(visit, { answers, errors: [codeTaken] }, id, 422);
    return visit.redirect(`${bodyPaths.body(id)}?saved=1`);
  }

  async function change(visit: ActVisit<Who>) {
    const id = idOf(visit);
    const { kind } = await reading(program, staffOf(visit), (tx) => getBody(tx, id));
    const read = readBody(visit, kind);
    if ('errors' in read) return page(visit, id, { form: read, status: 422 });
    const done = await changeBody(program, staffOf(visit), {
      actId: actOf(visit),
      id,
      seenVersion: seenVersionOf(visit),
      details: read.details,
    });
    if ('refused' in done)
      return done.refused === 'code-taken'
        ? page(visit, id, { form: { answers: read.answers, errors: [codeTaken] }, status: 422 })
        : page(visit, id, { form: formOf(read.answers), status: 409, meanwhile: true });
    return visit.redirect(`${bodyPaths.body(id)}?saved=1`);
  }

  async function addTerm(visit: ActVisit<Who>) {
    const bodyId = idOf(visit);
    const schema = z.object({ from: dayFields({ asks: 'Please write the first day.' }), until: dayFields() });
    const read = readForm(schema, visit.form);
    if (!read.ok) return page(visit, bodyId, { contractForm: read, status: 422 });
    const { from, until = null } = read.values;
    const done = await addContract(program, staffOf(visit), { actId: actOf(visit), bodyId, from, until });
    if ('refused' in done) return refuseTerm(visit, bodyId, read.answers, done.refused, 'from');
    return visit.redirect(`${bodyPaths.body(bodyId)}?saved=1`);
  }

  async function endTerm(visit: ActVisit<Who>) {
    const [bodyId, contractId] = [idOf(visit), visit.params.contract];
    if (!isId(contractId)) throw new NotFound();
    const field = `end-${contractId}`;
    const read = readForm(z.object({ [field]: dayFields({ asks: 'Please write the last day.' }) }), visit.form);
    if (!read.ok) return page(visit, bodyId, { contractForm: read, status: 422 });
    const until = read.values[field];
    if (!until) throw new RequestProblem('bad-request');
    const done = await endContract(program, staffOf(visit), { actId: actOf(visit), bodyId, contractId, until });
    if ('refused' in done) return refuseTerm(visit, bodyId, read.answers, done.refused, field);
    return visit.redirect(`${bodyPaths.body(bodyId)}?saved=1`);
  }

  function refuseTerm(
    visit: Visit<Who>,
    bodyId: string,
    answers: FormState['answers'],
    refused: ContractChangeRefusal,
    field: string,
  ) {
    if (refused === 'not-a-manager' || refused === 'not-a-council') throw new NotFound();
    const errors = [{ field, part: 'day', message: contractRefusalWords[refused] }];
    return page(visit, bodyId, { contractForm: { answers, errors }, status: 422 });
  }

  return [
    {
      method: 'GET',
      path: bodyPaths.people,
      access: 'desk',
      handle: async (visit) => {
        const me = staffOf(visit);
        const signposts = await reading(program, me, (tx) => listSignposts(tx, me.serviceId));
        const stale = signposts.filter((one) => isStale(one, program.clock.today())).length;
        return visit.html(PeoplePage({ frame: frameOf(program, visit), stale }));
      },
    },
    {
      method: 'GET',
      path: bodyPaths.bodies,
      access: 'desk',
      handle: async (visit) => {
        const me = staffOf(visit);
        const kind = bodyKinds.find((one) => one === firstOf(visit.query, 'kind')) ?? null;
        const today = program.clock.today().toString();
        const bodies = await reading(program, me, (tx) => listBodies(tx, me.serviceId, kind, today));
        return visit.html(BodiesPage({ frame: frameOf(program, visit), bodies, kind }));
      },
    },
    {
      method: 'GET',
      path: bodyPaths.newBody,
      access: 'desk',
      handle: (visit) => newPage(visit, formOf(), newId(program.clock.now())),
    },
    { method: 'POST', path: bodyPaths.newBody, access: 'desk', handle: add },
    {
      method: 'GET',
      path: bodyPaths.body(':id'),
      access: 'desk',
      handle: (visit) => page(visit, idOf(visit), { done: firstOf(visit.query, 'saved') ? 'Saved.' : null }),
    },
    { method: 'POST', path: bodyPaths.body(':id'), access: 'desk', handle: change },
    { method: 'POST', path: bodyPaths.contracts(':id'), access: 'manager', handle: addTerm },
    { method: 'POST', path: bodyPaths.contractEnd(':id', ':contract'), access: 'manager', handle: endTerm },
    ...signpostRoutes(program),
  ];
}

const codeTaken = { field: 'nationalCode', message: 'Another body on the list has this code.' };

function idOf({ params }: Visit<Who>): string {
  if (!isId(params.id)) throw new NotFound();
  return params.id;
}

type ReadBody = { readonly details: BodyDetails; readonly answers: FormState['answers'] } | FormState;

function readBody(visit: ActVisit<Who>, kind: BodyKind): ReadBody {
  const read = readForm(bodySchema, visit.form);
  if (!read.ok) return { answers: read.answers, errors: read.errors };
  const { name, nationalCode, telephone, addressLines } = read.values;
  const code = nationalCode.toUpperCase();
  const wrong = wrongWithCode(kind, code);
  if (wrong) return { answers: read.answers, errors: [{ field: 'nationalCode', message: wrong }] };
  const typed: Readonly<Record<string, unknown>> = read.values;
  const emails = emailFields
    .map((index) => ({ email: String(typed[`email${index}`] ?? ''), of: String(typed[`emailOf${index}`] ?? '') }))
    .filter(({ email: address }) => address !== '');
  return {
    answers: read.answers,
    details: { kind, name, nationalCode: code || null, emails, telephone: telephone || null, addressLines },
  };
}

function bodyAnswers(body: Awaited<ReturnType<typeof getBody>>): FormState {
  return formOf({
    name: body.name,
    nationalCode: body.national_code ?? '',
    telephone: body.telephone ?? '',
    addressLines: body.address_lines.join('\n'),
    ...Object.fromEntries(
      emailFields.flatMap((index) => [
        [`email${index}`, body.emails[index - 1] ?? ''],
        [`emailOf${index}`, body.emails_of[index - 1] ?? ''],
      ]),
    ),
  });
}
