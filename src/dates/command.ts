// The dates command: a file of questions in, the same list of answers out; or one question on one line, answered in sentences.
import { parseArgs } from 'node:util';
import { seededHolidays } from '../law/bank-holidays.ts';
import { RULE_BOOK, type Law } from '../law/versions.ts';
import { answerEntries, answerEntry } from './entries.ts';
import { inSentences } from './sentences.ts';
import { CHOICES, type EntryKind } from './shapes.ts';
import { inputWords } from './words.ts';

/** What the command reads from and writes to. */
export interface DatesIo {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly readFile: (path: string) => Promise<string>;
}

interface Question {
  readonly kind: EntryKind;
  readonly example: string;
  readonly about: string;
  /** Option names and the input each fills; `[]` marks one that may be given again, `?` one without a value. */
  readonly options: Readonly<Record<string, string>>;
}

const DECISION = { sent: 'decisionSent', dated: 'decisionDated' } as const;
/** The day the decision was sent, where it only chooses the version of the rules. */
const VERSION = { sent: 'decisionSent' } as const;
const TOLD = {
  told: 'laInformed',
  'family-told': 'parentToldLa',
  'adviser-told': 'adviserForwarded',
  'icb-told': 'icbNotified',
  health: 'healthScope',
} as const;
const CERTIFICATES = {
  certificate: 'certificatesIssued[]',
  'section-i-only': 'sectionIOnly?',
  contact: 'contactAt',
} as const;
const QUESTIONS: Readonly<Record<string, Question>> = {
  contact: {
    kind: 'contact_adviser_deadline',
    about: 'the last day to contact a mediation adviser',
    example: 'contact --sent 2026-06-10',
    options: DECISION,
  },
  certificate: {
    kind: 'certificate_issue_deadline',
    about: 'when the certificate is due',
    example: 'certificate --trigger declined --on 2026-12-23',
    options: { trigger: 'trigger', on: 'triggerDate', ...VERSION },
  },
  arrange: {
    kind: 'arrange_mediation_deadline',
    about: 'day 30: by when the meeting has to be arranged',
    example: 'arrange --told 2026-09-07 --health mixed',
    options: { ...TOLD, ...VERSION },
  },
  icb: {
    kind: 'icb_notice_deadline',
    about: 'when the council has to tell the health body',
    example: 'icb --told 2026-05-01',
    options: { told: 'laInformed', ...VERSION },
  },
  notice: {
    kind: 'meeting_notice_latest',
    about: 'when the family has to be told of the meeting',
    example: 'notice --meeting 2026-09-14',
    options: { meeting: 'mediationDate', 'shorter-agreed': 'shorterNoticeConsented?', ...VERSION },
  },
  appeal: {
    kind: 'tribunal_appeal_deadline',
    about: 'the last day to appeal, and the day to send it by',
    example: 'appeal --sent 2026-06-10 --certificate 2026-07-20',
    options: { ...DECISION, ...CERTIFICATES, 'certificate-pending': 'certificatePending?', 'as-of': 'asOf' },
  },
  received: {
    kind: 'tribunal_received_check',
    about: 'whether an appeal came in time',
    example: 'received --deadline 2026-11-10 --at 2026-11-10T16:30',
    options: { deadline: 'deadline', at: 'receivedAtLocal', ...VERSION },
  },
  agreement: {
    kind: 'agreement_compliance_deadline',
    about: 'when an agreed action has to be done',
    example: 'agreement --agreed 2026-10-12 --action amend_plan',
    options: {
      agreed: 'agreementDate',
      action: 'action',
      written: 'agreedInWriting',
      by: 'doneBy',
      recommendation: 'recommendationSent',
      ...VERSION,
    },
  },
  'young-person': {
    kind: 'young_person_from',
    about: 'from when a young person holds the right',
    example: 'young-person --born 2010-08-31',
    options: { born: 'dob' },
  },
  holder: {
    kind: 'rights_holder',
    about: 'who holds the right on a day',
    example: 'holder --born 2010-08-31 --on 2026-06-27',
    options: {
      born: 'dob',
      on: 'on',
      'lacks-capacity': 'lacksCapacity?',
      representative: 'hasRepresentative?',
      'parent-lacks-capacity': 'parentLacksCapacity?',
    },
  },
  road: {
    kind: 'road',
    about: 'which road a worry takes, and if it needs a certificate',
    example: 'road --about decision --decision placement',
    options: {
      about: 'about',
      decision: 'decision',
      section: 'sections[]',
      health: 'health?',
      'social-care': 'socialCare?',
      ...VERSION,
    },
  },
  'in-time': {
    kind: 'contact_check',
    about: 'whether an adviser was contacted in time',
    example: 'in-time --sent 2026-09-10 --contact 2026-11-11',
    options: { ...DECISION, contact: 'contactAt' },
  },
  gates: {
    kind: 'certificate_gates',
    about: 'whether the adviser has to issue a certificate',
    example: 'gates --independent --informed 2026-09-14 --not-wished 2026-09-16',
    options: {
      informed: 'informationGiven',
      'not-wished': 'notWished',
      independent: 'adviserIndependent?',
      ...VERSION,
    },
  },
  response: {
    kind: 'appeal_response_deadline',
    about: 'when the council has to answer an appeal',
    example: 'response --appeal-sent 2026-07-13',
    options: { 'appeal-sent': 'appealSent', ...VERSION },
  },
  'after-day-30': {
    kind: 'after_day_30',
    about: 'what follows when the 30 days pass in silence',
    example: 'after-day-30 --day 2026-10-14',
    options: { day: 'day30', ...VERSION },
  },
  attend: {
    kind: 'attendance',
    about: 'whether somebody may come to the meeting',
    example: 'attend --who child --agreed parent --agreed mediator',
    options: { who: 'who', agreed: 'agreed[]', ...VERSION },
  },
  council: {
    kind: 'council_at_meeting',
    about: 'what to choose when the council is absent or cannot decide',
    example: 'council --present --sent 2026-09-10',
    options: { present: 'present?', 'can-decide': 'canDecide?', 'day-30-passed': 'day30Passed?', ...VERSION },
  },
  recommend: {
    kind: 'recommendation_power',
    about: 'whether the Tribunal can recommend on health and care',
    example: 'recommend --decision refuse-to-issue',
    options: { decision: 'decision', 'education-settled': 'educationSettled?', ...VERSION },
  },
  timeline: {
    kind: 'case_timeline',
    about: 'all dates of one case together',
    example: 'timeline --sent 2026-10-05 --told 2026-10-19',
    options: {
      ...DECISION,
      ...TOLD,
      declined: 'declined',
      'changed-mind': 'changedMind',
      'council-unable': 'laUnable',
      'mediation-ended': 'mediationConcluded',
      ...CERTIFICATES,
    },
  },
};

const EXIT = { answered: 0, notAnswered: 1, notUnderstood: 2 } as const;
/** How many answers are turned into text at once: a long list would not fit into one string. */
const AT_ONCE = 200;

/**
 * Runs the command and gives its exit code: 0 answered (in a file, entries with an `error` too), 1 the one question has no
 * answer, 2 the command or the file was not understood. Takes the seeded bank holidays unless it is given a law.
 */
export async function datesCommand(
  args: readonly string[],
  io: DatesIo,
  law: Law = { holidays: seededHolidays(), rules: RULE_BOOK },
): Promise<number> {
  const [first, second, ...more] = args;
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    const say = first === undefined ? io.err : io.out;
    say(help());
    return first === undefined ? EXIT.notUnderstood : EXIT.answered;
  }
  if (first === '--file' || first.startsWith('--file=')) {
    const path = first === '--file' ? second : first.slice('--file='.length);
    const left = first === '--file' ? more.length : args.length - 1;
    if (!path || left > 0) return refuse(io, 'Give one file: --file FILE.');
    return answerFile(path, io, law);
  }
  const question = Object.hasOwn(QUESTIONS, first) ? QUESTIONS[first] : undefined;
  if (!question) return refuse(io, `There is no question called ${first}.`);
  if (args.includes('--help')) {
    io.out(optionsOf(question));
    return EXIT.answered;
  }
  return answerLine(question, args.slice(1), io, law);
}

async function answerFile(path: string, io: DatesIo, law: Law): Promise<number> {
  let entries: unknown;
  try {
    entries = JSON.parse((await io.readFile(path)).replace(/^\uFEFF/, '')); // Windows editors put a mark first
  } catch (error) {
    const why = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    return refuse(io, `The file ${path} ${why}.`);
  }
  if (!Array.isArray(entries)) return refuse(io, `The file ${path} has to hold a list of entries.`);
  io.out('[');
  for (let at = 0; at < entries.length; at += AT_ONCE) {
    const lines = answerEntries(entries.slice(at, at + AT_ONCE), law).map((answer) => JSON.stringify(answer));
    io.out(`${at === 0 ? '' : ','}\n${lines.join(',\n')}`); // one answer a line
  }
  io.out(`${entries.length === 0 ? '' : '\n'}]\n`);
  return EXIT.answered;
}

function answerLine(question: Question, args: readonly string[], io: DatesIo, law: Law): number {
  const inputs = readOptions(question, args);
  if (typeof inputs === 'string') return refuse(io, inputs);
  const answer = answerEntry({ id: 'line', kind: question.kind, inputs }, law);
  if ('error' in answer) {
    io.err(`${inOptionNames(answer.error, question)}\n`);
    return EXIT.notAnswered;
  }
  io.out(inSentences(answer.result));
  return EXIT.answered;
}

/** Reads the options of one line into inputs; a string says what is wrong with them. */
function readOptions(question: Question, args: readonly string[]): Readonly<Record<string, unknown>> | string {
  const options = Object.fromEntries(
    Object.entries(question.options).map(([name, input]) => [
      name,
      { type: input.endsWith('?') ? ('boolean' as const) : ('string' as const), multiple: input.endsWith('[]') },
    ]),
  );
  try {
    const { values } = parseArgs({ args: [...args], options, allowPositionals: false });
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => [fieldOf(question.options[name] ?? name), value]),
    );
  } catch (error) {
    if (error instanceof TypeError) return error.message.split('. ')[0] + '.';
    throw error;
  }
}

/** Says the names of inputs in an error as the options the person typed. */
function inOptionNames(error: string, { options }: Question): string {
  return Object.entries(options).reduce(
    (words, [name, input]) => words.replaceAll(new RegExp(`\\b${fieldOf(input)}\\b`, 'g'), `--${name}`),
    error,
  );
}

function refuse(io: DatesIo, words: string): number {
  io.err(`${words}\nSee --help.\n`);
  return EXIT.notUnderstood;
}

/** Gives the field that an option fills, without the mark that says how it is given. */
function fieldOf(input: string): string {
  return input.replace(/\?$|\[\]$/, '');
}

/** Lists the options of one question, each with what it means. */
function optionsOf({ example, about, options }: Question): string {
  const width = Math.max(...Object.keys(options).map((name) => name.length));
  const lines = Object.entries(options).map(([name, input]) => {
    const field = fieldOf(input);
    const choices = CHOICES[field] ? `: ${CHOICES[field].join(', ')}` : '';
    const again = input.endsWith('[]') ? '. May be given again' : '';
    return `  --${name.padEnd(width)}  ${inputWords[field] ?? ''}${choices}${again}`;
  });
  return [example, `  ${about}`, '', ...lines, ''].join('\n');
}

function help(): string {
  const width = Math.max(...Object.values(QUESTIONS).map(({ example }) => example.length));
  const lines = Object.values(QUESTIONS).map(({ example, about }) => `  ${example.padEnd(width)}  ${about}`);
  return [
    'Works out the dates of SEND mediation in England and says why.',
    '',
    'Many at once: a JSON list of {id, kind, inputs}; prints a list of {id, result} or {id, error}.',
    '  --file FILE',
    '',
    'One at a time:',
    ...lines,
    '',
    'A question with --help says what its options mean. Dates are written 2026-06-10. This is not legal advice.',
    '',
  ].join('\n');
}
