// The one way a form about a case is asked, refused and done: shown filled in, read again with what is wrong, 409 where somebody else was quicker.
import type { VNode } from 'preact';
import { frameOf } from '../../frame.ts';
import { formOf, type Answers, type FormError, type FormState } from '../../kit/forms/answers.ts';
import { readForm, type FormSchema } from '../../kit/forms/read-form.ts';
import type { Answer } from '../../kit/http/answer.ts';
import { firstOf } from '../../kit/http/fields.ts';
import { NotFound } from '../../kit/http/problems.ts';
import type { ActVisit, Route, Visit } from '../../kit/http/visit.ts';
import { newId } from '../../kit/ids.ts';
import { reading, type Tx, type WebProgram } from '../../program.ts';
import type { Staff, Who } from '../../sign-in/who.ts';
import { ChangedMeanwhile } from '../one-door.ts';
import { doneSaid } from './done-words.ts';
import { readCaseView, type CaseView, type HolderView } from './case-view.ts';
import type { FormShown } from './form-page.tsx';
import { actOf, deskOf, looking, seenOf } from './visit.ts';
import { yearMissingAt } from './year-missing.ts';

/** What a form works on: the case as it is now, and whatever else the page reads. */
export interface FormContext<More> {
  readonly view: CaseView;
  readonly more: More;
  readonly who: Staff;
  readonly visit: Visit<Who>;
}

/** What a command is given of a form. */
export interface Sent<Values, More> extends FormContext<More> {
  readonly values: Values;
  readonly actId: string;
  readonly seenVersion: number | undefined;
  readonly visit: ActVisit<Who>;
}

/** Done, and on to a page; or what is wrong. */
export type Outcome = { readonly go: string } | { readonly errors: readonly FormError[] };

export interface CaseForm<Values, More> {
  /** The pattern of both routes; it names `:reference`, unless `reference` finds it. */
  readonly path: string;
  /** Finds the case of a page that is named by something else. Throws NotFound. */
  readonly reference?: (tx: Tx, visit: Visit<Who>) => Promise<string>;
  readonly access: string;
  /** Whatever the page reads besides the case. Throws NotFound where the page is not there. */
  readonly read: (tx: Tx, view: CaseView, visit: Visit<Who>) => Promise<More>;
  /** The answers that we know already. */
  readonly filled?: (context: FormContext<More>) => Answers;
  /** What is recorded now, to stand beside what was typed where somebody else was quicker; `filled` where it is the same. */
  readonly recorded?: (context: FormContext<More>) => Answers;
  readonly schema: (context: FormContext<More>) => FormSchema<Values>;
  readonly page: (shown: FormShown & FormContext<More>) => VNode;
  readonly send: (sent: Sent<Values, More>) => Promise<Outcome>;
}

/** Makes the two routes of a form. */
export function caseForm<Values, More>(program: WebProgram, form: CaseForm<Values, More>): Route<Who>[] {
  const { path, access } = form;
  const read = (visit: Visit<Who>, who: Staff) => async (tx: Tx) => {
    const reference = (await form.reference?.(tx, visit)) ?? visit.params['reference'] ?? '';
    const view = await readCaseView(tx, program, who, reference);
    return { view, more: await form.read(tx, view, visit) };
  };
  const show = (
    visit: Visit<Who>,
    context: FormContext<More>,
    state: FormState,
    { act, status = 200, changed = false }: { act: string; status?: number; changed?: boolean },
  ): Answer =>
    visit.html(
      form.page({
        ...context,
        frame: frameOf(program, visit),
        form: state,
        act,
        changed,
        done: doneSaid(firstOf(visit.query, 'done')),
      }),
      status,
    );
  return [
    {
      method: 'GET',
      path,
      access,
      handle: async (visit) => {
        const who = deskOf(visit);
        const found = await looking(program, who, read(visit, who), ({ view }) => ({
          what: 'case',
          caseId: view.page.id,
        }));
        const context = { ...found, who, visit };
        return show(visit, context, formOf(form.filled?.(context) ?? {}), { act: newId() });
      },
    },
    {
      method: 'POST',
      path,
      access,
      handle: async (visit) => {
        const who = deskOf(visit);
        const context = { ...(await reading(program, who, read(visit, who))), who, visit };
        const act = actOf(visit);
        const typed = readForm(form.schema(context), visit.form);
        if (!typed.ok) return show(visit, context, typed, { act, status: 422 });
        try {
          const outcome = await form.send({
            ...context,
            values: typed.values,
            actId: act,
            seenVersion: seenOf(visit),
            visit,
          });
          if ('go' in outcome) return visit.redirect(outcome.go);
          return show(visit, context, { answers: typed.answers, errors: outcome.errors }, { act, status: 422 });
        } catch (error) {
          const missing = yearMissingAt({ field: 'main' }, error);
          if (missing) return show(visit, context, { answers: typed.answers, errors: [missing] }, { act, status: 422 });
          if (!(error instanceof ChangedMeanwhile)) throw error;
          const now = { ...(await reading(program, who, read(visit, who))), who, visit };
          const recorded = (form.recorded ?? form.filled)?.(now);
          const both = { ...formOf(typed.answers), ...(recorded ? { recorded } : {}) };
          return show(visit, now, both, { act, status: 409, changed: true });
        }
      },
    },
  ];
}

/** The right-holder a page is about: the one its address names, else the only one. Throws NotFound where it names nobody of this case. */
export function holderOf({ holders }: CaseView, visit: Visit<Who>): HolderView {
  const wanted =
    firstOf(visit.query, 'for') ?? ('form' in visit ? firstOf((visit as ActVisit<Who>).form, '_for') : undefined);
  const found = wanted === undefined ? holders[0] : holders.find(({ participationId }) => participationId === wanted);
  if (!found) throw new NotFound();
  return found;
}

/** One error, at a field. */
export function wrongAt(field: string, message: string): Outcome {
  return { errors: [{ field, message }] };
}
