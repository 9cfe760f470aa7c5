// The routes of the letter: sent, read in the background, looked at, confirmed.
import { z } from 'zod';
import { frameOf } from '../../frame.ts';
import { formOf, type Answers, type FormState } from '../../kit/forms/answers.ts';
import { dayAnswers, dayFields } from '../../kit/forms/day-fields.ts';
import { choice } from '../../kit/forms/fields.ts';
import { readForm } from '../../kit/forms/read-form.ts';
import { firstOf } from '../../kit/http/fields.ts';
import type { RateLimit } from '../../kit/http/limits.ts';
import { NotFound } from '../../kit/http/problems.ts';
import type { Route, Visit } from '../../kit/http/visit.ts';
import { isId, newId } from '../../kit/ids.ts';
import { inSeat } from '../../kit/sql/seat.ts';
import { Temporal } from 'temporal-polyfill';
import { takePapers } from '../../documents/commands-several.ts';
import { pictureAnswer } from '../../documents/picture.ts';
import type { Reader } from '../../documents/reader/reader.ts';
import { getPicture, isBeingRead, listPapers, type Paper } from '../../documents/store.ts';
import { keptInWords, MOST_BYTES, MOST_FILES, refusedInWords, tooLargeWords } from '../../documents/upload.ts';
import type { Who } from '../../sign-in/who.ts';
import type { AskingProgram } from '../commands.ts';
import { keepAnswers } from '../commands-draft.ts';
import { findDraftIn, type Draft } from '../draft-store.ts';
import { frontSeat } from '../front-seat.ts';
import { askingPaths } from '../paths.ts';
import { heldDraft, visitorOf } from './held.ts';
import { LetterPage } from './letter-page.tsx';

/** A letter has a few pages; more is somebody filling the disk. */
const lettersSent: RateLimit = { max: 30, windowSeconds: 3600 };

const wrong = (messages: readonly string[]): FormState => ({
  answers: {},
  errors: messages.map((message) => ({ field: 'letter', message })),
});

/** Makes the routes. */
export function letterRoutes(program: AskingProgram, reader: Reader): readonly Route<Who>[] {
  const seatOfHeld = (secret: string) => frontSeat(program.service().id, secret);
  const papersOf = (secret: string, contact: NonNullable<Draft['contact']>): Promise<Paper[]> =>
    inSeat(program.database, { ...seatOfHeld(secret), readOnly: true }, (tx) => listPapers(tx, contact.caseId));
  /** The draft of this browser with its contact, as long as it can be added to. */
  const open = async (visit: Visit<Who>) => {
    const held = await heldDraft(program, visit);
    return held?.draft.contact && !held.draft.sentAt ? { ...held, contact: held.draft.contact } : null;
  };
  const show = async (
    visit: Visit<Who>,
    secret: string,
    contact: NonNullable<Draft['contact']>,
    form: FormState,
    { status = 422, kept = '' } = {},
  ) => {
    const papers = await papersOf(secret, contact);
    const isReading = papers.some((paper) => isBeingRead(paper, program.clock.now()));
    const act = newId(program.clock.now());
    const answer = visit.html(
      <LetterPage frame={frameOf(program, visit)} {...{ form, kept, act, papers, isReading }} />,
      form.errors.length > 0 ? status : 200,
    );
    return isReading && form.errors.length === 0
      ? { ...answer, headers: { ...answer.headers, refresh: `3; url=${askingPaths.letter}` } }
      : answer;
  };

  return [
    {
      method: 'GET',
      path: askingPaths.letter,
      access: 'public',
      handle: async (visit) => {
        const held = await open(visit);
        return held ? show(visit, held.secret, held.contact, formOf()) : visit.redirect(askingPaths.done);
      },
    },
    {
      method: 'POST',
      path: askingPaths.letter,
      access: 'public',
      rateLimit: lettersSent,
      upload: { maxFiles: MOST_FILES, maxFileBytes: MOST_BYTES, eachOnItsOwn: true },
      onTooLarge: async (visit) => {
        const held = await open(visit);
        if (!held) return visit.redirect(askingPaths.done);
        return show(visit, held.secret, held.contact, wrong([tooLargeWords]), { status: 413 });
      },
      handle: async (visit) => {
        const held = await open(visit);
        if (!held) return visit.redirect(askingPaths.done);
        const { secret, contact } = held;
        if (visit.files.length === 0)
          return show(visit, secret, contact, wrong(['Choose a photograph or a PDF, or go on without it.']));
        const sent = firstOf(visit.form, '_act');
        const actId = isId(sent) ? sent : newId(program.clock.now());
        const passage = {
          actId,
          command: 'sendLetter',
          who: visitorOf(program),
          caseId: null,
          seat: seatOfHeld(secret),
        };
        const taken = await takePapers(program, reader, passage, visit.files, async ({ tx }) => {
          const draft = await findDraftIn(tx, true);
          if (!draft?.contact || draft.sentAt) return { refused: 'no-place' };
          const { caseId, participationId } = draft.contact;
          return { caseId, draftId: draft.id, accountId: null, readers: [participationId] };
        });
        if (!('kept' in taken)) return visit.redirect(askingPaths.done);
        const { kept, refused } = taken;
        if (refused.length > 0) {
          const words = refusedInWords(refused, visit.files.length);
          return show(visit, secret, contact, wrong(words), { kept: keptInWords(kept) });
        }
        return visit.redirect(askingPaths.letter);
      },
    },
    {
      method: 'GET',
      path: askingPaths.picture(':paper'),
      access: 'public',
      handle: async (visit) => {
        const held = await open(visit);
        if (!held) throw new NotFound();
        const record = await inSeat(program.database, { ...seatOfHeld(held.secret), readOnly: true }, (tx) =>
          getPicture(tx, visit.params['paper'] ?? ''),
        );
        return pictureAnswer(await program.files.getFile(record));
      },
    },
    {
      method: 'POST',
      path: askingPaths.letterSays,
      access: 'public',
      handle: async (visit) => {
        const held = await open(visit);
        if (!held) return visit.redirect(askingPaths.done);
        const { secret, contact } = held;
        const papers = await papersOf(secret, contact);
        const suggestion = papers.find(({ id }) => id === firstOf(visit.form, 'paper'))?.suggestion ?? null;
        const read = readForm(
          z.object({
            right: suggestion ? choice(['yes', 'no'], { asks: 'Say whether that is right.' }) : choice(['yes', 'no']),
            printed: dayFields({
              notAfter: { day: program.clock.today(), says: 'This day is still to come. Look at the letter again.' },
            }),
          }),
          visit.form,
        );
        if (!read.ok) return show(visit, secret, contact, read);
        const { right, printed } = read.values;
        const confirmed: Answers =
          right === 'yes' && suggestion
            ? {
                ...(suggestion.dated && dayAnswers('dated', Temporal.PlainDate.from(suggestion.dated))),
                ...(suggestion.council && { council: suggestion.council }),
                ...(suggestion.decision && { decision: suggestion.decision }),
              }
            : {};
        const typed: Answers = printed ? dayAnswers('dated', printed) : {};
        await keepAnswers(program, visitorOf(program), secret, (answers) => ({ ...answers, ...confirmed, ...typed }));
        return visit.redirect(askingPaths.more);
      },
    },
  ];
}
