// The routes of those the service points people to. The program goes on with what was saved: letters and pages name them.
import { z } from 'zod';
import type { Row } from '../../../database/tables.ts';
import { frameOf } from '../../frame.ts';
import { formOf, type FormState } from '../../kit/forms/answers.ts';
import { choice, words } from '../../kit/forms/fields.ts';
import { readForm } from '../../kit/forms/read-form.ts';
import { firstOf } from '../../kit/http/fields.ts';
import { NotFound } from '../../kit/http/problems.ts';
import type { ActVisit, Route, Visit } from '../../kit/http/visit.ts';
import { isId, newId } from '../../kit/ids.ts';
import { lines } from '../../office/desk/fields.ts';
import { actOf, seenVersionOf } from '../../office/desk/sent.ts';
import { reading, type WebProgram } from '../../program.ts';
import { staffOf } from '../../sign-in/visits.ts';
import type { Who } from '../../sign-in/who.ts';
import { signpostKinds } from '../body.ts';
import { addSignpost, changeSignpost } from '../commands.ts';
import { bodyPaths } from '../paths.ts';
import { getSignpost, listSignposts } from '../store.ts';
import { SignpostPage } from './forms.tsx';
import { SignpostsPage } from './pages.tsx';

const signpostSchema = z.object({
  name: words(120, { asks: 'Please write the name.' }),
  what: words(200, { asks: 'Please write what they do.' }),
  how: words(60, { asks: 'Please write how people reach them.' }),
  contact: words(160, { asks: 'Please write the number or address.' }),
  addressLines: lines(),
});
const newSchema = signpostSchema.extend({ kind: choice(signpostKinds, { asks: 'Please choose what it is.' }) });

/** Makes the routes. */
export function signpostRoutes(program: WebProgram): Route<Who>[] {
  const common = (visit: Visit<Who>) => ({ frame: frameOf(program, visit), act: newId(program.clock.now()) });

  async function get(visit: Visit<Who>): Promise<Row<'signposts'>> {
    const { id } = visit.params;
    if (!isId(id)) throw new NotFound();
    return reading(program, staffOf(visit), (tx) => getSignpost(tx, id));
  }

  const newPage = (visit: Visit<Who>, form: FormState, status = 200) =>
    visit.html(SignpostPage({ ...common(visit), form, signpost: null }), status);

  async function page(visit: Visit<Who>, form: FormState | null, status: 200 | 409 | 422) {
    const signpost = await get(visit);
    const meanwhile =
      status === 409
        ? [
            { what: 'Name', now: signpost.name },
            { what: 'What they do', now: signpost.what },
            { what: 'Reached', now: `${signpost.how}: ${signpost.contact}` },
            { what: 'Address', now: signpost.address_lines.join(', ') },
          ]
        : null;
    return visit.html(
      SignpostPage({ ...common(visit), form: form ?? answersOf(signpost), signpost, meanwhile }),
      status,
    );
  }

  async function add(visit: ActVisit<Who>) {
    const read = readForm(newSchema, visit.form);
    if (!read.ok) return newPage(visit, read, 422);
    await addSignpost(program, staffOf(visit), { actId: actOf(visit), details: read.values });
    await program.reload();
    return visit.redirect(`${bodyPaths.signposts}?saved=1`);
  }

  async function change(visit: ActVisit<Who>) {
    const read = readForm(signpostSchema, visit.form);
    if (!read.ok) return page(visit, read, 422);
    const { id, kind } = await get(visit);
    const done = await changeSignpost(program, staffOf(visit), {
      actId: actOf(visit),
      id,
      seenVersion: seenVersionOf(visit),
      details: { ...read.values, kind },
    });
    if ('refused' in done) return page(visit, formOf(read.answers), 409);
    await program.reload();
    return visit.redirect(`${bodyPaths.signposts}?saved=1`);
  }

  return [
    {
      method: 'GET',
      path: bodyPaths.signposts,
      access: 'desk',
      handle: async (visit) => {
        const me = staffOf(visit);
        const signposts = await reading(program, me, (tx) => listSignposts(tx, me.serviceId));
        const done = firstOf(visit.query, 'saved') ? 'Saved. New letters say so.' : null;
        return visit.html(
          SignpostsPage({ frame: frameOf(program, visit), signposts, today: program.clock.today(), done }),
        );
      },
    },
    { method: 'GET', path: bodyPaths.newSignpost, access: 'desk', handle: (visit) => newPage(visit, formOf()) },
    { method: 'POST', path: bodyPaths.newSignpost, access: 'desk', handle: add },
    { method: 'GET', path: bodyPaths.signpost(':id'), access: 'desk', handle: (visit) => page(visit, null, 200) },
    { method: 'POST', path: bodyPaths.signpost(':id'), access: 'desk', handle: change },
  ];
}

function answersOf(row: Row<'signposts'>): FormState {
  const { name, what, how, contact, address_lines: addressLines } = row;
  return formOf({ name, what, how, contact, addressLines: addressLines.join('\n') });
}
