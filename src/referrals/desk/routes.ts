// The desk's pages about what a family brought: the contact, the decision in the letter, the child, the council.
import { frameOf } from '../../frame.ts';
import { formOf, type FormError, type FormState } from '../../kit/forms/answers.ts';
import { readForm } from '../../kit/forms/read-form.ts';
import type { Route, Visit } from '../../kit/http/visit.ts';
import { newId } from '../../kit/ids.ts';
import { deskPaths } from '../../cases/paths.ts';
import { saying } from '../../cases/desk/done-words.ts';
import { actOf, deskOf } from '../../cases/desk/visit.ts';
import { yearMissingAt } from '../../cases/desk/year-missing.ts';
import { reading, type WebProgram } from '../../program.ts';
import type { Who } from '../../sign-in/who.ts';
import { recordContact } from '../commands.ts';
import { listAuthorities } from '../store-authorities.ts';
import { changeRoutes } from './change-routes.ts';
import { contactError, contactFrom, contactSchema, newContactAnswers } from './contact-form.ts';
import { ContactPage } from './contact-page.tsx';

/** Makes the routes. */
export function referralDeskRoutes(program: WebProgram): Route<Who>[] {
  const authoritiesFor = (visit: Visit<Who>) => {
    const who = deskOf(visit);
    return reading(program, who, (tx) => listAuthorities(tx, who.serviceId, program.clock.today().toString()));
  };
  const show = async (visit: Visit<Who>, form: FormState, act: string, status = 200) =>
    visit.html(
      ContactPage({ frame: frameOf(program, visit), form, act, authorities: await authoritiesFor(visit) }),
      status,
    );
  return [
    {
      method: 'GET',
      path: deskPaths.newContact,
      access: 'desk',
      handle: (visit) => show(visit, formOf(newContactAnswers(program.clock.now())), newId()),
    },
    {
      method: 'POST',
      path: deskPaths.newContact,
      access: 'desk',
      handle: async (visit) => {
        const act = actOf(visit);
        const ids = (await authoritiesFor(visit)).map(({ id }) => id);
        const typed = readForm(contactSchema(ids, program.clock.today()), visit.form);
        if (!typed.ok) return show(visit, typed, act, 422);
        const refuse = (error: FormError) => show(visit, { answers: typed.answers, errors: [error] }, act, 422);
        try {
          const opened = await recordContact(program, deskOf(visit), contactFrom(act, typed.values));
          if ('refused' in opened) return await refuse(contactError(opened.refused));
          return visit.redirect(saying(deskPaths.case(opened.reference), 'contact-recorded'));
        } catch (error) {
          const missing = yearMissingAt({ field: 'dated', part: 'year' }, error);
          if (!missing) throw error;
          // Nobody is turned away for it: the contact counts from today without the letter's date too.
          return refuse({ ...missing, message: `${missing.message} To record the contact now, leave this date out.` });
        }
      },
    },
    ...changeRoutes(program),
  ];
}
