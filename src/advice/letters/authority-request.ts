// Tells the council that a family wishes to mediate, and about what: the notice from which its thirty days run (s.52(3); s.54; regs 35, 36).
import type { Temporal } from 'temporal-polyfill';
import { decisionWords } from '../../cases/words.ts';
import { orReply, writeLetter, type LetterService, type WrittenLetter } from '../../correspondence/house-letter.tsx';
import { ownWords } from '../../correspondence/own-words.ts';
import { dayInWords } from '../../law/day-words.ts';

export const authorityRequestVersion = 1;

export interface AuthorityRequest {
  readonly authority: string;
  readonly authorityReference: string | null;
  readonly child: string;
  readonly born: Temporal.PlainDate | null;
  readonly rightHolder: string;
  readonly decision: string;
  readonly dated: Temporal.PlainDate | null;
  readonly sections: readonly string[];
  /** What the family disagrees with, in the words that were read back and permitted. */
  readonly issues: string;
  /** The health care that the family wants in the plan; needed where it is missing (s.52(4)). */
  readonly healthProvision: string | null;
  readonly reference: string;
  readonly toldOn: Temporal.PlainDate;
  readonly day30: Temporal.PlainDate | null;
  readonly adviser: string;
}

/** Writes the request. The subject carries our reference alone. It says nothing of how the family came to its wish. */
export function authorityRequestLetter(about: AuthorityRequest, service: LetterService): WrittenLetter {
  const facts = [
    `Child or young person: ${about.child}${about.born ? `, born ${dayInWords(about.born)}` : ''}`,
    `Who asks: ${about.rightHolder}`,
    ...(about.authorityReference ? [`Your reference: ${about.authorityReference}`] : []),
    `Decision: ${decisionWords[about.decision] ?? about.decision}${about.dated ? `, in your letter dated ${dayInWords(about.dated)}` : ''}`,
    ...(about.sections.length > 0 ? [`Sections of the plan: ${about.sections.join(', ')}`] : []),
    `Our reference: ${about.reference}`,
  ];
  return writeLetter(
    {
      subject: `Request for mediation (${about.reference})`,
      preview: 'A family wishes to mediate.',
      heading: 'Request for mediation',
      blocks: [
        { kind: 'words', words: `To ${about.authority}` },
        {
          kind: 'words',
          words: `We write for the person named below, with their permission. They wish to pursue mediation under section 52 of the Children and Families Act 2014. You are told of this on ${dayInWords(about.toldOn)}.`,
        },
        { kind: 'list', items: facts },
        { kind: 'heading', words: 'The mediation issues, in their words' },
        { kind: 'words', words: about.issues },
        ...(about.healthProvision
          ? ([
              { kind: 'heading', words: 'The health care they wish to see in the plan' },
              { kind: 'words', words: about.healthProvision },
              {
                kind: 'words',
                words:
                  'Please tell each health body (ICB) concerned within three working days (section 53(2); regulation 35).',
              },
            ] as const)
          : []),
        ...(about.day30
          ? ([{ kind: 'date', what: 'The meeting has to be arranged by', day: dayInWords(about.day30) }] as const)
          : []),
        {
          kind: 'words',
          words:
            'We make the arrangements for you. Please tell us who comes and that they have authority to settle these issues, and which days suit. If you find that you cannot arrange it in time, tell us as soon as you know.',
        },
        { kind: 'words', words: `Ring us on ${service.telephone} ${orReply}.` },
        ...ownWords(service, 'authority-request'),
      ],
      signedBy: [about.adviser, 'Mediation adviser'],
    },
    service,
  );
}
