// How each table's rows are reached from a person or a case: beside the personal-data register, what `erase` and `export` run from. A
// table that is not here does not compile. Every row is reached by one way only, so that nobody's request reaches another's rows.
import { sql, type RawBuilder } from 'kysely';
import type { Tables } from '../../database/tables.ts';

/** Whose rows are meant. */
export interface Scope {
  /** People wherever they take part. */
  readonly people: readonly string[];
  /** Participations: people in one case each. */
  readonly parts: readonly string[];
  /** Cases whose common rows are meant too: nobody who stays shares them. */
  readonly cases: readonly string[];
  /** Cases that a person may open: what is common in them is told to that person, and never erased for them. */
  readonly open: readonly string[];
}

/** Conditions in SQL over the table's own name; `:people`, `:parts`, `:cases` and `:open` stand for the ids of a scope, `:now` for the moment. */
export interface Reached {
  /** Rows about a person, in whatever case. */
  readonly person?: string;
  /** Rows about a person in one case. */
  readonly part?: string;
  /** Rows that belong to everybody in a case. */
  readonly case?: string;
  /** Rows that a person is told of besides their own, as the wall has it. Exported to them; not erased for them. */
  readonly told?: string;
  /** Rows of theirs that the wall does not show them (yet): left out of their own export, not of the case's. */
  readonly withheld?: string;
  /** Statutory rows, which no erasure touches. */
  readonly kept?: string;
  /** The whole row goes: it is nothing but a secret or a draft. */
  readonly goes?: true;
  /** Columns that are set with the blanking: the value, and when it is still to be set. */
  readonly marks?: Readonly<Record<string, readonly [value: string, while_: string]>>;
}

/** A table without rows about the people of a case, with the reason. */
export interface Nobody {
  readonly nobody: string;
}

const mine = (table: string) =>
  `exists (select from participations p where p.id = any(:parts) and p.case_id = ${table}.case_id and p.person_id = ${table}.person_id)`;
const myAccounts = 'select a.id from accounts a where a.person_id = any(:people)';

/** A former party is told what stood when their reading ended, and nothing newer. */
const endedBefore = (table: string, changed: string) =>
  `exists (select from participations p where p.id = any(:parts) and p.case_id = ${table}.case_id and p.reads_until < ${changed})`;

/** A letter to nobody in the family (to the council): somebody's own when they are the only one who may be told of its act. */
const toldOf = `(select array_agg(distinct r) from facts f, unnest(f.readers) r where f.act_id = letters.act_id)`;
const ofNobody = `letters.person_id is null`;
const aboutOne = `coalesce(cardinality(${toldOf}) = 1, false)`;
const letters = {
  person: 'letters.person_id = any(:people) and letters.case_id is null',
  part: `(${mine('letters')} or (${ofNobody} and ${aboutOne} and ${toldOf} <@ :parts))`,
  case: `letters.case_id = any(:cases) and ${ofNobody} and not ${aboutOne}`,
};
const papers = {
  part: `(${mine('papers')} or (papers.person_id is null and papers.letter_id in (select id from letters where ${letters.part})))`,
  case: `papers.case_id = any(:cases) and papers.person_id is null and (papers.letter_id is null or papers.letter_id in (select id from letters where ${letters.case}))`,
};
/** A paper that came in is its sender's own: the one person who is told that it came. */
const sender = (condition: string) =>
  `exists (select from facts f where f.case_id = documents.case_id and f.code = 'paper-received' and f.data->>'document' = documents.id::text and ${condition})`;
const documents = {
  part: sender('cardinality(f.readers) = 1 and f.readers <@ :parts'),
  case: `documents.case_id = any(:cases) and not ${sender('cardinality(f.readers) = 1')}`,
};
const filesOf = (papersHere: string, documentsHere: string) => `(
  files.id in (select papers.file_id from papers where ${papersHere})
  or files.id in (select unnest(array[original_file_id, clean_file_id, preview_file_id]) from documents where ${documentsHere}))`;

const issued = `exists (select from certificate_versions v join certificates c on c.id = v.certificate_id
  where v.id = papers.certificate_version_id and c.issued_at is not null)`;
const certificatePaper = `(papers.kind = 'certificate' and ${issued})`;
/** What the wall keeps from a family: replaced papers, and a pack that nobody posted yet. */
const notYetTheirs = `(papers.replaced_at is not null or papers.person_id is null
  or (papers.certificate_version_id is not null and not ${issued}))`;
const myCertificate = 'certificate_id in (select id from certificates where participation_id = any(:parts))';

const settings: Nobody = { nobody: 'the service’s own settings' };
const staffOnly: Nobody = { nobody: 'people at the desk, who are nobody’s case' };
const search: Nobody = { nobody: 'made from other tables by triggers, and gone with what they were made from' };

const byPart = { part: 'participation_id = any(:parts)' };

/** Every table there is. */
export const reach: { readonly [T in keyof Tables]: Reached | Nobody } = {
  installation: settings,
  services: settings,
  closure_days: settings,
  holiday_years: settings,
  bank_holidays: settings,
  bodies: { nobody: 'councils and other bodies, and the offices they are reached at' },
  contracts: settings,
  signposts: settings,
  staff: staffOnly,
  passkeys: staffOnly,
  passkey_challenges: staffOnly,
  recovery_codes: staffOnly,
  sign_in_requests: { nobody: 'hashes without a person, swept every night' },
  search_vocabulary: search,
  search_slips: search,
  search_words: search,

  people: { person: 'people.id = any(:people)', marks: { erased_at: [':now', 'erased_at is null'] } },
  contact_points: {
    person: 'contact_points.person_id = any(:people)',
    marks: { until_at: [':now', 'until_at is null'] },
  },
  accounts: {
    person: 'accounts.person_id = any(:people)',
    marks: { suspended_at: [':now', 'suspended_at is null'] },
  },
  safe_words: { person: 'safe_words.person_id = any(:people)', goes: true },
  sessions: { person: `sessions.account_id in (${myAccounts})`, goes: true },
  sign_in_links: {
    person: `(sign_in_links.person_id = any(:people) or sign_in_links.account_id in (${myAccounts}))`,
    goes: true,
  },

  cases: { case: 'cases.id = any(:cases)', told: 'cases.id = any(:open)' },
  children: {
    case: 'children.case_id = any(:cases)',
    told: `children.case_id = any(:open) and not ${endedBefore('children', 'children.changed_at')}`,
  },
  decisions: {
    case: 'decisions.case_id = any(:cases)',
    told: `decisions.case_id = any(:open) and not ${endedBefore('decisions', 'greatest(decisions.made_at, decisions.changed_at)')}`,
  },
  holds: { case: 'holds.case_id = any(:cases)' },
  participations: {
    part: 'participations.id = any(:parts)',
    marks: { may_open_the_page: ['false', 'may_open_the_page'] },
  },
  contacts: { part: mine('contacts'), case: 'contacts.case_id = any(:cases) and contacts.person_id is null' },
  permissions: byPart,
  words: {
    ...byPart,
    case: 'words.case_id = any(:cases) and words.participation_id is null',
    told: 'words.id in (select words_id from readable r where r.participation_id = any(:parts) and r.until_at is null)',
  },
  readable: byPart,
  information_given: byPart,
  wishes: byPart,
  milestones: {
    ...byPart,
    case: 'milestones.case_id = any(:cases) and milestones.participation_id is null',
  },
  late_decisions: byPart,
  offered_answers: byPart,
  acts: { case: 'acts.case_id = any(:cases)', told: `acts.account_id in (${myAccounts})` },
  facts: { case: 'facts.case_id = any(:cases)', told: 'facts.readers && :parts' },
  clocks: { ...byPart, case: 'clocks.case_id = any(:cases) and clocks.participation_id is null' },
  looked: { case: 'looked.case_id = any(:cases)', told: `looked.account_id in (${myAccounts})` },
  certificates: { ...byPart, withheld: 'certificates.issued_at is null' },
  certificate_versions: {
    part: myCertificate,
    withheld: `not exists (select from certificates c where c.id = certificate_versions.certificate_id
      and c.issued_at is not null and c.version = certificate_versions.version)`,
  },
  letters: {
    ...letters,
    withheld: `(letters.person_id is null or letters.template = 'sign-in-link'
      or not (letters.channel = 'email' and letters.state <> 'cancelled' or letters.state = 'posted'))`,
    marks: {
      state: ["'cancelled'", "state in ('waiting-for-papers', 'queued', 'to-post', 'failed', 'bounced')"],
    },
  },
  papers: {
    ...papers,
    kept: certificatePaper,
    withheld: notYetTheirs,
    marks: { replaced_at: [':now', 'made_at is null and replaced_at is null'] },
  },
  letter_papers: {
    person: `letter_papers.letter_id in (select id from letters where ${letters.person})`,
    part: `letter_papers.letter_id in (select id from letters where ${letters.part})`,
    case: `letter_papers.letter_id in (select id from letters where ${letters.case})`,
  },
  files: {
    part: filesOf(papers.part, documents.part),
    case: filesOf(papers.case, documents.case),
    kept: `files.id in (select papers.file_id from papers where ${certificatePaper})`,
    withheld: `files.id in (select papers.file_id from papers where ${notYetTheirs})`,
    marks: { erased_at: [':now', 'erased_at is null'] },
  },
  documents,
  calls: { case: 'calls.case_id = any(:cases)' },
  asking_drafts: {
    ...byPart,
    case: 'asking_drafts.case_id = any(:cases) and asking_drafts.participation_id is null',
    goes: true,
  },
};

/** The tables with rows about people, and how they are reached. */
export const reachedTables: readonly (readonly [keyof Tables, Reached])[] = Object.entries(reach).flatMap(
  ([table, how]) => ('nobody' in how ? [] : [[table as keyof Tables, how] as const]),
);

const kinds = { people: 'uuid[]', parts: 'uuid[]', cases: 'uuid[]', open: 'uuid[]', now: 'timestamptz' } as const;

/** Puts the ids of a scope, and the moment, into a condition. */
export function condition(text: string, scope: Scope, now = ''): RawBuilder<boolean> {
  const pieces = text.split(/:(people|parts|cases|open|now)\b/);
  return sql<boolean>`${sql.join(
    pieces.map((piece, at) => {
      if (at % 2 === 0) return sql.raw(piece);
      const name = piece as keyof typeof kinds;
      return sql`${name === 'now' ? now : [...scope[name]]}::${sql.raw(kinds[name])}`;
    }),
    sql.raw(''),
  )}`;
}

/** The condition of all rows in a scope: about its people, in their cases, or common to cases that nobody else shares. */
export function inScope({ person, part, case: ofCase }: Reached, scope: Scope): RawBuilder<boolean> {
  const ways = [person, part, ofCase].filter((way) => way !== undefined);
  return condition(ways.length === 0 ? 'false' : ways.map((way) => `(${way})`).join(' or '), scope);
}
