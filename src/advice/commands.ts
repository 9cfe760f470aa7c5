// Records that mediation information was given, and sends the rest of it in writing.
import { Temporal } from 'temporal-polyfill';
import type { Row } from '../../database/tables.ts';
import type { Inside } from '../cases/inside.ts';
import { throughTheDoor, type Done, type Refused } from '../cases/one-door.ts';
import { nobodyTold, tellOfLateContact, type LateTold } from '../certificates/late-told.ts';
import { queued } from '../certificates/to-appellant.ts';
import { packLetter } from '../correspondence/by-post.ts';
import { getLetterService, writeLetter } from '../correspondence/house-letter.tsx';
import type { NewLetter } from '../correspondence/queue.ts';
import { newId } from '../kit/ids.ts';
import { checkContact } from '../law/late-contact.ts';
import { fullName } from '../people/person.ts';
import { findFirstContact, getParticipation, getPerson, listPoints } from '../people/store.ts';
import type { Program } from '../program.ts';
import type { Staff } from '../sign-in/who.ts';
import { mediationInformation, mediationInformationVersion } from './letters/mediation-information.ts';
import { refusalOfInformation, warningsOfInformation, type AdviceWarning, type InformationRefusal } from './rules.ts';
import { currentScript, type SaidCode } from './script.ts';
import { findAdviser, getNotice, listSignposts } from './store.ts';

export type AdviceChannel = 'call' | 'in-person' | 'video' | 'email' | 'post' | 'text-relay';

export interface InformationGiven {
  readonly actId: string;
  readonly caseId: string;
  /** The right-holder who was told. Two right-holders are told each for themselves. */
  readonly participationId: string;
  readonly channel: AdviceChannel;
  /** What was said, by code. "I already know, just the certificate" hears the core all the same. */
  readonly said: readonly SaidCode[];
}

/** Information that was recorded, and what the adviser should know. `sent` says how the written rest goes; null when no safe address is known. */
export interface Informed extends Done {
  readonly sent: 'email' | 'post' | null;
  readonly warnings: readonly AdviceWarning[];
  /** How somebody whose contact was late, and who had said no before, is told to send the appeal now. */
  readonly lateTold: LateTold['told'];
}

/**
 * Records the information given by the adviser who acts (s.55(4)(a)), and queues the written rest: by e-mail where a safe address is
 * known, else as a letter to print and post. An unfinished core warns and never refuses. Throws NotFound.
 */
export async function giveInformation(
  program: Program,
  who: Staff,
  given: InformationGiven,
): Promise<Informed | Refused<InformationRefusal>> {
  const { actId, caseId, participationId, channel, said } = given;
  let sent: Informed['sent'] = null;
  let warnings: readonly AdviceWarning[] = [];
  let late = nobodyTold;
  const done = await throughTheDoor<InformationRefusal>(
    program,
    { actId, command: 'giveInformation', who, caseId },
    async (inside) => {
      const { tx, now, today } = inside;
      const holder = await getParticipation(tx, caseId, participationId);
      const adviser = await findAdviser(tx, who.accountId, today);
      const refused = refusalOfInformation({ ...adviser, said, toRightHolder: holder.right_holder });
      if (refused) return { refused };
      await tx
        .insertInto('information_given')
        .values({
          id: newId(now),
          service_id: who.serviceId,
          case_id: caseId,
          participation_id: participationId,
          channel,
          script_version: currentScript.version,
          said: [...new Set(said)],
          given_at: now.toString(),
          given_on: today.toString(),
          adviser_id: who.accountId,
        })
        .execute();
      const letter = await writtenRest(inside, who, holder);
      sent = letter?.channel ?? null;
      warnings = [...warningsOfInformation(said), ...(letter ? [] : (['written-rest-not-sent'] as const))];
      late = await tellOfLateContact(inside, { caseId, participationId }, letter ? [letter.template] : []);
      const told = queued(late.letter);
      const data = { channel, participation: participationId, script: currentScript.version };
      return {
        facts: [
          { code: 'information-given', data, readers: [participationId] },
          ...(letter
            ? [
                {
                  code: 'letter-queued' as const,
                  data: { letter: letter.id, template: letter.template, channel: letter.channel },
                  readers: [participationId],
                },
              ]
            : []),
          ...told.facts,
        ],
        letters: [...(letter ? [letter] : []), ...told.letters],
      };
    },
  );
  return 'refused' in done ? done : { ...done, sent, warnings, lateTold: late.told };
}

/** Writes the letter to the right-holder's own safe address; null when there is none. */
async function writtenRest(inside: Inside, who: Staff, holder: Row<'participations'>): Promise<NewLetter | null> {
  const { tx, now, law } = inside;
  const points = (await listPoints(tx, holder.person_id)).filter(({ message_safe: safe }) => safe);
  const point = points.find(({ kind }) => kind === 'email') ?? points.find(({ kind }) => kind === 'post');
  if (!point) return null;
  const person = await getPerson(tx, holder.person_id);
  const name = fullName({ firstNames: person.first_names, lastName: person.last_name });
  // Being told today is a second parent's first contact, where nothing was heard from them before.
  const heardOn = await findFirstContact(tx, inside.case as Row<'cases'>, holder);
  const contactOn = heardOn === null ? inside.today : Temporal.PlainDate.from(heardOn);
  const notice = await getNotice(tx, holder.case_id);
  const check =
    notice.datedOn || notice.sentOn ? checkContact({ ...notice, contactOn, policy: 'manager-decides' }, law) : null;
  const service = await getLetterService(tx, who.serviceId);
  const letter = mediationInformation(
    {
      script: currentScript,
      greeting: person.known_as ?? name,
      adviser: who.name,
      contactBy: check && (check.inTime ? check.contact.safeBy : check.lastDay),
      contactOn,
      inTime: check?.inTime ?? true,
      help: await listSignposts(tx, who.serviceId),
    },
    service,
  );
  const format = person.formats.includes('large-print') ? 'large-print' : 'standard';
  const sent = {
    id: newId(now),
    template: 'mediation-information',
    templateVersion: mediationInformationVersion,
  } as const;
  if (point.kind === 'email') {
    const { value: toAddress } = point;
    return {
      ...sent,
      personId: person.id,
      channel: 'email',
      format,
      ...writeLetter(letter, service),
      toAddress,
      papers: [],
    };
  }
  const addressLines = point.postal_lines.length > 0 ? point.postal_lines : [point.value];
  const posting = { serviceId: who.serviceId, personId: person.id, name, addressLines, format, letter } as const;
  return { ...sent, ...(await packLetter(inside, posting)) };
}
