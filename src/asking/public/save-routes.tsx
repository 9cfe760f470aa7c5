// Save and return: a link by e-mail, and the way back through it with the birth date.
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { frameOf } from '../../frame.ts';
import { formOf } from '../../kit/forms/answers.ts';
import { email } from '../../kit/forms/contact-fields.ts';
import { dayFields } from '../../kit/forms/day-fields.ts';
import { readForm } from '../../kit/forms/read-form.ts';
import { firstOf } from '../../kit/http/fields.ts';
import type { RateLimit } from '../../kit/http/limits.ts';
import type { Route } from '../../kit/http/visit.ts';
import { isId, newId } from '../../kit/ids.ts';
import { dayInWords } from '../../law/day-words.ts';
import type { Who } from '../../sign-in/who.ts';
import { bornOf } from '../born.ts';
import type { AskingProgram } from '../commands.ts';
import { openLink, sendLink } from '../commands-draft.ts';
import { lastDayNear } from '../dates.ts';
import type { Draft } from '../draft-store.ts';
import { askingPaths } from '../paths.ts';
import { DRAFT_DAYS } from '../rules.ts';
import { heldDraft, keepHeld, visitorOf } from './held.ts';
import { BackPage, ClosedPage, SavedPage, SavePage } from './save-pages.tsx';

/** A link is asked for once or twice; more from one network is somebody else's mailbox being filled. */
const linksSent: RateLimit = { max: 20, windowSeconds: 3600 };
/** Above three tries each for a library's worth of people, below a search for links. */
const linksOpened: RateLimit = { max: 60, windowSeconds: 3600 };

const birthDate = (today: Temporal.PlainDate) =>
  dayFields({
    asks: 'Enter the birth date.',
    notAfter: { day: today, says: 'This day is still to come. Look at it again.' },
  });

/** Makes the routes. */
export function saveRoutes(program: AskingProgram): readonly Route<Who>[] {
  const standingOf = (draft: Draft) => ({
    contacted: draft.contact !== null,
    lastDay: lastDayNear(draft.answers, program.clock.today(), program.law()),
  });
  const wanted = (asksBorn: boolean) =>
    z.object({
      mail: email({ asks: 'Enter your e-mail address.' }),
      ...(asksBorn && { born: birthDate(program.clock.today()) }),
    });

  return [
    {
      method: 'GET',
      path: askingPaths.save,
      access: 'public',
      handle: async (visit) => {
        const held = await heldDraft(program, visit);
        if (!held || held.draft.sentAt) return visit.redirect(held ? askingPaths.done : askingPaths.ask);
        const { answers } = held.draft;
        const mail = [answers['mail'], answers['reach']].find((one) => typeof one === 'string' && one.includes('@'));
        return visit.html(
          <SavePage
            frame={frameOf(program, visit)}
            form={formOf(mail ? { mail } : {})}
            act={newId(program.clock.now())}
            asksBorn={bornOf(answers) === null}
            young={answers['writer'] === 'young-person'}
            standing={standingOf(held.draft)}
          />,
        );
      },
    },
    {
      method: 'POST',
      path: askingPaths.save,
      access: 'public',
      rateLimit: linksSent,
      handle: async (visit) => {
        const held = await heldDraft(program, visit);
        if (!held || held.draft.sentAt) return visit.redirect(held ? askingPaths.done : askingPaths.ask);
        const known = bornOf(held.draft.answers);
        const read = readForm(wanted(known === null), visit.form);
        const sent = firstOf(visit.form, '_act');
        const act = isId(sent) ? sent : newId(program.clock.now());
        if (!read.ok)
          return visit.html(
            <SavePage
              frame={frameOf(program, visit)}
              form={read}
              act={act}
              asksBorn={known === null}
              young={held.draft.answers['writer'] === 'young-person'}
              standing={standingOf(held.draft)}
            />,
            422,
          );
        const { mail, born = known } = read.values as { mail: string; born?: Temporal.PlainDate };
        if (born) await sendLink(program, visitorOf(program), held.secret, { actId: act, address: mail, born });
        return visit.redirect(askingPaths.saved);
      },
    },
    {
      method: 'GET',
      path: askingPaths.saved,
      access: 'public',
      handle: async (visit) => {
        const held = await heldDraft(program, visit);
        if (!held) return visit.redirect(askingPaths.ask);
        const until = dayInWords(program.clock.today().add({ days: DRAFT_DAYS }));
        return visit.html(
          <SavedPage frame={frameOf(program, visit)} standing={standingOf(held.draft)} until={until} />,
        );
      },
    },
    {
      method: 'GET',
      path: askingPaths.back(':link'),
      access: 'public',
      handle: (visit) =>
        visit.html(<BackPage frame={frameOf(program, visit)} form={formOf()} action={visit.request.url} />),
    },
    {
      method: 'POST',
      path: askingPaths.back(':link'),
      access: 'public',
      rateLimit: linksOpened,
      handle: async (visit) => {
        const frame = frameOf(program, visit);
        const read = readForm(z.object({ born: birthDate(program.clock.today()) }), visit.form);
        if (!read.ok) return visit.html(<BackPage frame={frame} form={read} action={visit.request.url} />, 422);
        const link = visit.params['link'] ?? '';
        const opened = await openLink(program, visitorOf(program), link, read.values.born);
        if (opened.opened) {
          keepHeld(visit, opened.secret);
          return visit.redirect(opened.draft.contact ? askingPaths.more : askingPaths.ask);
        }
        if (opened.left === 0) return visit.html(<ClosedPage frame={frame} />, 404);
        const message = `This is not the birth date that was given. You can try ${opened.left === 1 ? 'once more' : `${opened.left} more times`}.`;
        const form = { answers: read.answers, errors: [{ field: 'born', part: 'day', message }] };
        return visit.html(<BackPage frame={frame} form={form} action={visit.request.url} />, 422);
      },
    },
  ];
}
