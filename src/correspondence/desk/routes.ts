// The desk's pages about letters: packs to print and post, and letters that could not be delivered.
import { z } from 'zod';
import { sayMoment } from '../../cases/day.ts';
import { doneSaid, saying } from '../../cases/desk/done-words.ts';
import { actOf, deskOf, looking } from '../../cases/desk/visit.ts';
import { deskPaths } from '../../cases/paths.ts';
import { certificateRefusalWords, type CertificateRefusal } from '../../certificates/certificate.ts';
import { postDays } from '../../certificates/posting-day.ts';
import { dateCertificateAgain, markPosted } from '../../certificates/posting.ts';
import { dateAgainSchema, datedAgain } from '../../certificates/desk/its-day.ts';
import { lookedAtAgain } from '../../certificates/desk/preview.ts';
import { resendCertificate } from '../../certificates/resending.ts';
import { getPaperFile, listLettersGoneWrong, listPacksToPost } from '../../certificates/store.ts';
import { getCertificateAtDesk } from '../../certificates/store-desk.ts';
import { frameOf } from '../../frame.ts';
import { formOf, type FormState } from '../../kit/forms/answers.ts';
import { dayAnswers, dayFields } from '../../kit/forms/day-fields.ts';
import { choice, words } from '../../kit/forms/fields.ts';
import { readForm } from '../../kit/forms/read-form.ts';
import { firstOf } from '../../kit/http/fields.ts';
import { NotFound } from '../../kit/http/problems.ts';
import type { ActVisit, Route, Visit } from '../../kit/http/visit.ts';
import { newId } from '../../kit/ids.ts';
import { mergePdfs } from '../../kit/pdf/merge.ts';
import { reading, type Tx, type WebProgram } from '../../program.ts';
import type { Who } from '../../sign-in/who.ts';
import { letterRefusalWords, sendLetterAgain, settleLetter } from '../commands.ts';
import { getLetterAtDesk, type LetterAtDesk } from '../store.ts';
import { GoneWrongPage, PacksPage } from './letter-lists.tsx';
import { LetterSheetPage, PackPage, WrongPage } from './letter-page.tsx';
import { packPaths, packPatterns } from './paths.ts';
import { WaitingPage } from './waiting-page.tsx';

const wrongSchema = z.object({
  how: choice(['email', 'post', 'seen-to'], { asks: 'Choose how it is put right.' }),
  toAddress: words(254),
});

/** Makes the routes. */
export function correspondenceDeskRoutes(program: WebProgram): Route<Who>[] {
  const find = (visit: Visit<Who>) => (tx: Tx) =>
    getLetterAtDesk(tx, visit.params['letter'] ?? '', program.clock.now());
  const read = (visit: Visit<Who>): Promise<LetterAtDesk> => reading(program, deskOf(visit), find(visit));
  /** Opening a letter is noted, like opening the case it is about. */
  const open = (visit: Visit<Who>): Promise<LetterAtDesk> =>
    looking(program, deskOf(visit), find(visit), ({ letter }) => ({ what: 'case', caseId: letter.case_id }));
  const list = (read: typeof listPacksToPost) => (visit: Visit<Who>) =>
    reading(program, deskOf(visit), (tx) => read(tx, deskOf(visit).serviceId, program.clock.now(), 200));

  async function pack(visit: Visit<Who>, found: LetterAtDesk, form: FormState, act: string, status = 200) {
    if (found.letter.channel !== 'post') throw new NotFound();
    const certificate = found.papers.find(({ state }) => state === 'prepared');
    const since = certificate?.certificate_id
      ? await reading(program, deskOf(visit), (tx) =>
          lookedAtAgain(tx, program, { id: certificate.certificate_id ?? '', case_id: caseOf(found) }),
        )
      : null;
    const days = postDays(program);
    const done = doneSaid(firstOf(visit.query, 'done'));
    return visit.html(PackPage({ frame: frameOf(program, visit), found, since, form, act, days, done }), status);
  }
  function wrong(visit: Visit<Who>, found: LetterAtDesk, form: FormState, act: string, status = 200) {
    const hasPost = found.letter.person_id !== null;
    if (found.heldUntil) return visit.html(WaitingPage({ frame: frameOf(program, visit), found, form, act }), status);
    return visit.html(WrongPage({ frame: frameOf(program, visit), found, form, act, hasPost }), status);
  }
  const after = ({ reference }: LetterAtDesk) => (reference ? deskPaths.case(reference) : deskPaths.today);
  const caseOf = ({ letter }: LetterAtDesk): string => {
    if (!letter.case_id) throw new NotFound();
    return letter.case_id;
  };

  return [
    {
      method: 'GET',
      path: packPaths.packs,
      access: 'desk',
      handle: async (visit) =>
        visit.html(
          PacksPage({
            frame: frameOf(program, visit),
            lines: await list(listPacksToPost)(visit),
            done: doneSaid(firstOf(visit.query, 'done')),
            today: program.clock.today().toString(),
          }),
        ),
    },
    {
      method: 'GET',
      path: packPaths.goneWrong,
      access: 'desk',
      handle: async (visit) =>
        visit.html(
          GoneWrongPage({
            frame: frameOf(program, visit),
            lines: await list(listLettersGoneWrong)(visit),
            done: doneSaid(firstOf(visit.query, 'done')),
          }),
        ),
    },
    {
      method: 'GET',
      path: packPatterns.pack,
      access: 'desk',
      handle: async (visit) =>
        pack(visit, await open(visit), formOf(dayAnswers('postedOn', program.clock.today())), newId()),
    },
    {
      method: 'GET',
      path: packPatterns.print,
      access: 'desk',
      handle: async (visit) => {
        const found = await open(visit);
        if (found.letter.channel !== 'post') throw new NotFound();
        // What may not go is not printed either: a pack in an envelope is soon in the post.
        if (found.heldUntil) return visit.redirect(packPaths.pack(found.letter.id));
        if (found.papers.length === 0) return visit.html(LetterSheetPage({ frame: frameOf(program, visit), found }));
        if (found.papers.some(({ made_at: made }) => made === null))
          return visit.redirect(packPaths.pack(found.letter.id));
        const files = await reading(program, deskOf(visit), async (tx) => {
          const rows = [];
          for (const { id } of found.papers) rows.push(await getPaperFile(tx, id));
          return rows;
        });
        const papers = await Promise.all(files.map(({ storage }) => program.files.getFile(storage as never)));
        return visit.file(await mergePdfs(papers), { name: 'Pack to post.pdf', type: 'application/pdf' });
      },
    },
    {
      method: 'POST',
      path: packPatterns.posted,
      access: 'desk',
      handle: async (visit) => {
        const found = await read(visit);
        const act = actOf(visit);
        const today = program.clock.today();
        const schema = z.object({
          postedOn: dayFields({
            asks: 'Enter the day on which it was posted.',
            notAfter: { day: today, says: 'That day has not come yet.' },
          }),
        });
        const typed = readForm(schema, visit.form);
        if (!typed.ok) return pack(visit, found, typed, act, 422);
        const postedOn = typed.values.postedOn.toString();
        const done = await markPosted(program, deskOf(visit), {
          actId: act,
          caseId: caseOf(found),
          letterId: found.letter.id,
          postedOn,
        });
        if ('refused' in done)
          return pack(
            visit,
            found,
            refusedAt(typed.answers, 'postedOn', notPosted(done.refused, found.heldUntil)),
            act,
            422,
          );
        return visit.redirect(saying(after(found), 'posted'));
      },
    },
    {
      method: 'POST',
      path: packPatterns.dateAgain,
      access: 'desk',
      handle: async (visit) => {
        const found = await read(visit);
        const certificate = found.papers.find(({ state }) => state === 'prepared');
        const act = actOf(visit);
        if (!certificate?.certificate_id || !certificate.number) {
          if (!found.isForEarlierAddress) throw new NotFound();
          const refused = await putRight(visit, found, act, { how: 'post', toAddress: '' });
          if (refused) return pack(visit, found, refusedAt({}, 'main', refused), act, 422);
          return visit.redirect(saying(packPaths.packs, 'packed-again'));
        }
        const goesToday = dateAgainSchema.parse({ goesToday: firstOf(visit.form, 'goesToday') }).goesToday === 'yes';
        const done = await dateCertificateAgain(program, deskOf(visit), {
          actId: act,
          caseId: caseOf(found),
          certificateId: certificate.certificate_id,
          goesToday,
        });
        if ('refused' in done)
          return pack(visit, found, refusedAt({}, 'main', certificateRefusalWords[done.refused]), act, 422);
        const number = certificate.number;
        const { packId } = await reading(program, deskOf(visit), (tx) => getCertificateAtDesk(tx, number));
        return visit.redirect(
          saying(
            packId ? packPaths.pack(packId) : packPaths.packs,
            found.isForEarlierAddress
              ? 'packed-again'
              : datedAgain(certificate.dated ?? '', goesToday, postDays(program)),
          ),
        );
      },
    },
    {
      method: 'GET',
      path: packPatterns.wrong,
      access: 'desk',
      handle: async (visit) => {
        const found = await open(visit);
        return wrong(visit, found, formOf({ toAddress: found.letter.to_address }), newId());
      },
    },
    {
      method: 'POST',
      path: packPatterns.wrong,
      access: 'desk',
      handle: async (visit) => {
        const found = await read(visit);
        const act = actOf(visit);
        const typed = readForm(wrongSchema, visit.form);
        if (!typed.ok) return wrong(visit, found, typed, act, 422);
        const refused = await putRight(visit, found, act, typed.values);
        if (refused) return wrong(visit, found, refusedAt(typed.answers, 'how', refused), act, 422);
        return visit.redirect(saying(after(found), 'letter-settled'));
      },
    },
  ];

  /** Puts a letter right; gives the words of a refusal. A certificate that is to be posted goes as a pack of its own, and this letter is settled. */
  async function putRight(
    visit: ActVisit<Who>,
    found: LetterAtDesk,
    actId: string,
    { how, toAddress }: z.output<typeof wrongSchema>,
  ): Promise<string | null> {
    const who = deskOf(visit);
    const of = { actId, caseId: found.letter.case_id, letterId: found.letter.id };
    const certificate = found.papers.find(({ certificate_id: id }) => id !== null);
    if (how === 'post' && certificate?.certificate_id) {
      const sent = await resendCertificate(program, who, {
        actId,
        caseId: caseOf(found),
        certificateId: certificate.certificate_id,
        channel: 'post',
      });
      if ('refused' in sent) return certificateRefusalWords[sent.refused];
      await settleLetter(program, who, { ...of, actId: newId() });
      return null;
    }
    const done =
      how === 'seen-to'
        ? await settleLetter(program, who, of)
        : await sendLetterAgain(program, who, { ...of, channel: how, toAddress });
    return 'refused' in done ? `${letterRefusalWords[done.refused]}.` : null;
  }
}

/** Says why a pack is not marked; where it waits, until when. */
function notPosted(refused: CertificateRefusal, heldUntil: string | null): string {
  const words = certificateRefusalWords[refused];
  return refused === 'papers-held' && heldUntil ? `${words} Otherwise they wait until ${sayMoment(heldUntil)}.` : words;
}

function refusedAt(answers: FormState['answers'], field: string, message: string): FormState {
  return { answers, errors: [{ field, message }] };
}
