// The tables as TypeScript sees them: days are 'YYYY-MM-DD', moments are ISO instants in UTC. Kept equal to the
// database by the personal-data register, which must name every column of both.

import type { ColumnType, Generated, GeneratedAlways, Selectable } from 'kysely';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A column of JSON: read as its value, written as text, because PostgreSQL takes a list of JavaScript for one of its own arrays. */
export type JsonColumn = ColumnType<Json, string, string>;
/** The same where the database has a value of its own. */
export type GeneratedJson = ColumnType<Json, string | undefined, string>;

export interface InstallationTable {
  id: Generated<number>;
  kind: 'trial' | 'real';
  clock_offset_seconds: Generated<number>;
  made_at: string;
}

export interface ServicesTable {
  id: string;
  slug: string;
  name: string;
  short_name: string;
  line: string;
  area: string;
  telephone: string;
  email: string;
  address_lines: Generated<string[]>;
  hours: JsonColumn;
  settings: GeneratedJson;
  letter_words: GeneratedJson;
  version: Generated<number>;
}

export interface ClosureDaysTable {
  service_id: string;
  day: string;
  name: string;
}

export interface HolidayYearsTable {
  year: number;
  source: string;
  loaded_at: string;
}

export interface BankHolidaysTable {
  day: string;
  name: string;
  year: number;
}

export interface BodiesTable {
  id: string;
  service_id: string;
  kind: 'authority' | 'icb' | 'school' | 'college' | 'sendiass' | 'trust' | 'social-care' | 'other';
  national_code: string | null;
  name: string;
  emails: Generated<string[]>;
  /** Whose each address is, in the same order; empty when nobody said. */
  emails_of: Generated<string[]>;
  telephone: string | null;
  address_lines: Generated<string[]>;
  version: Generated<number>;
}

export interface ContractsTable {
  id: string;
  service_id: string;
  body_id: string;
  from_on: string;
  until_on: string | null;
}

export interface SignpostsTable {
  id: string;
  service_id: string;
  kind: 'tribunal' | 'sendiass' | 'advice' | 'ombudsman' | 'other';
  name: string;
  what: string;
  how: string;
  contact: string;
  address_lines: Generated<string[]>;
  position: number;
  checked_on: string;
  version: Generated<number>;
}

export interface PeopleTable {
  id: string;
  service_id: string;
  first_names: string;
  last_name: string;
  known_as: string | null;
  language: string | null;
  dialect: string | null;
  formats: Generated<string[]>;
  needs: string | null;
  made_at: string;
  erased_at: string | null;
  version: Generated<number>;
}

export interface ContactPointsTable {
  id: string;
  service_id: string;
  person_id: string;
  kind: 'email' | 'telephone' | 'post';
  value: string;
  postal_lines: Generated<string[]>;
  message_safe: Generated<boolean>;
  quiet_hours: string | null;
  from_at: string;
  until_at: string | null;
  /** Who at the desk wrote it in the place of another; null where it was the first. */
  changed_by: Generated<string | null>;
  /** Papers to it wait until then, unless a second person agreed. */
  papers_held_until: Generated<string | null>;
  agreed_by: Generated<string | null>;
  agreed_at: Generated<string | null>;
  /** A telephone number as it is dialled; the database makes it. */
  telephone_key: GeneratedAlways<string | null>;
}

export interface AccountsTable {
  id: string;
  service_id: string;
  kind: 'staff' | 'family';
  person_id: string | null;
  email: string | null;
  name: string | null;
  made_at: string;
  suspended_at: string | null;
}

export interface StaffTable {
  account_id: string;
  service_id: string;
  roles: string[];
  employer: string;
  independent: boolean;
  from_on: string;
  until_on: string | null;
  version: Generated<number>;
}

export interface CasesTable {
  id: string;
  service_id: string;
  reference: string;
  authority_id: string | null;
  contract_id: string | null;
  road:
    | 'undecided'
    | 'mediation'
    | 'placement-only'
    | 'health-only'
    | 'social-care-only'
    | 'disagreement-resolution'
    | 'early-resolution'
    | 'elsewhere';
  stage: string;
  owner_account_id: string | null;
  contact_on: string;
  health_scope: Generated<'none' | 'mixed' | 'health-only'>;
  phase_transfer: Generated<boolean>;
  opened_at: string;
  closed_at: string | null;
  law_version: string | null;
  version: Generated<number>;
  /** The earliest last day for contact of its right-holders (reg 33), kept by the door beside the clocks; null while no letter's date is known. */
  two_months_end: Generated<string | null>;
  /** Since when a right-holder or caller waits to be rung, as they asked; null where nobody waits. */
  ring_back_since: Generated<string | null>;
  /** How often they were rung since then and did not answer, and when last. */
  ring_back_tries: Generated<number>;
  ring_back_tried_at: Generated<string | null>;
  /** The information was given to whoever is party now; kept by the door beside the stage, which depends on it. */
  informed: Generated<boolean>;
}

export interface ChildrenTable {
  case_id: string;
  service_id: string;
  first_names: string;
  last_name: string;
  known_as: string | null;
  born: string | null;
  school: string | null;
  authority_reference: string | null;
  version: Generated<number>;
  /** When it was last changed; null while it is as it was first written. */
  changed_at: string | null;
}

export interface DecisionsTable {
  id: string;
  service_id: string;
  case_id: string;
  kind:
    | 'refuse-to-assess'
    | 'refuse-to-issue'
    | 'plan-contents'
    | 'placement'
    | 'refuse-to-reassess'
    | 'refuse-to-amend'
    | 'cease-to-maintain'
    | 'plan-made'
    | 'unknown';
  sections: Generated<string[]>;
  dated: string | null;
  sent: string | null;
  received: string | null;
  letter_seen: Generated<boolean>;
  made_at: string;
  superseded_at: string | null;
  version: Generated<number>;
  /** When it was changed in place, because a certificate stands on it. */
  changed_at: string | null;
}

export interface ParticipationsTable {
  id: string;
  service_id: string;
  case_id: string;
  person_id: string;
  side: 'family' | 'authority' | 'health' | 'school' | 'service' | 'neither';
  capacity:
    | 'parent'
    | 'other-parental-responsibility'
    | 'carer'
    | 'corporate-parent'
    | 'young-person'
    | 'alternative-person'
    | 'supporter'
    | 'referrer'
    | 'officer'
    | 'school'
    | 'mediator'
    | 'interpreter';
  right_holder: Generated<boolean>;
  basis: string | null;
  may_open_the_page: Generated<boolean>;
  from_at: string;
  until_at: string | null;
  /** From then on they read no new words: the right passed to somebody else. */
  reads_until: string | null;
}

export interface ContactsTable {
  id: string;
  service_id: string;
  case_id: string;
  person_id: string | null;
  channel: 'call' | 'email' | 'letter' | 'voicemail' | 'web' | 'text' | 'in-person';
  reached_at: string;
  reached_on: string;
  entered_at: string;
  taken_by: string | null;
}

export interface PermissionsTable {
  id: string;
  service_id: string;
  case_id: string;
  participation_id: string;
  what: string;
  given: boolean;
  wording: string;
  for_whom: string | null;
  channel: string;
  taken_by: string | null;
  at: string;
  /** What it reaches; empty where the wording says it all. */
  scope: Generated<string[]>;
  /** The last day on which it holds. */
  until_on: string | null;
}

/** A safe word of the family's, as a slow hash: only the door reads it, and nobody can read it back. */
export interface SafeWordsTable {
  person_id: string;
  service_id: string;
  salt: string;
  hash: string;
  set_at: string;
  set_by: string;
  tried_on: string | null;
  tries: Generated<number>;
}

export interface WordsTable {
  id: string;
  service_id: string;
  case_id: string;
  participation_id: string | null;
  kind:
    'issues' | 'contact-evidence' | 'call-note' | 'health-provision-wanted' | 'safe-contact' | 'note' | 'correction';
  body: string;
  language: Generated<string>;
  written_by: string | null;
  written_at: string;
  superseded_at: string | null;
}

export interface ReadableTable {
  words_id: string;
  service_id: string;
  participation_id: string;
  permission_id: string | null;
  from_at: string;
  until_at: string | null;
}

export interface InformationGivenTable {
  id: string;
  service_id: string;
  case_id: string;
  participation_id: string;
  channel: string;
  script_version: string;
  said: string[];
  given_at: string;
  given_on: string;
  adviser_id: string;
}

export interface WishesTable {
  id: string;
  service_id: string;
  case_id: string;
  participation_id: string;
  about: 'appeal' | 'mediation';
  answer: 'yes' | 'no' | 'unsure' | 'thinking';
  said_at: string;
  said_on: string;
  chase_on: string | null;
  channel: string;
  taken_by: string | null;
}

export interface MilestonesTable {
  id: string;
  service_id: string;
  case_id: string;
  participation_id: string | null;
  kind:
    | 'authority-told'
    | 'family-told-authority'
    | 'icb-told'
    | 'authority-cannot-arrange'
    | 'lapse-confirmed'
    | 'family-told-of-meeting'
    | 'meeting'
    | 'mediation-concluded'
    | 'agreement-made';
  on_day: string;
  at: string;
  recorded_by: string | null;
  recorded_at: string;
  void_at: string | null;
}

export interface ActsTable {
  id: string;
  service_id: string;
  case_id: string | null;
  command: string;
  account_id: string | null;
  by: 'staff' | 'family' | 'visitor' | 'system';
  at: string;
  on_day: string;
}

export interface FactsTable {
  case_id: string | null;
  seq: number;
  act_id: string;
  service_id: string;
  code: string;
  data: JsonColumn;
  readers: Generated<string[]>;
  at: string;
}

export interface ClocksTable {
  id: string;
  service_id: string;
  case_id: string;
  participation_id: string | null;
  key: string;
  kind: string;
  owner: 'service' | 'family' | 'authority' | 'icb' | 'other';
  state: 'not-started' | 'running' | 'met' | 'void';
  started_on: string | null;
  deadline: string | null;
  safe_by: string | null;
  due_on: string | null;
  met_on: string | null;
  answer: JsonColumn;
  rule_version: string;
  assigned_to: string | null;
  changed_by_act: string;
}

export interface LookedTable {
  id: string;
  service_id: string;
  /** Null at the command line, where nobody has an account. */
  account_id: string | null;
  what: string;
  case_id: string | null;
  subject_id: string | null;
  at: string;
}

export interface FilesTable {
  id: string;
  service_id: string;
  case_id: string | null;
  media_type: string;
  name: string;
  size: number;
  sha256: string;
  storage: JsonColumn;
  made_at: string;
  erased_at: string | null;
}

export interface CertificatesTable {
  id: string;
  service_id: string;
  case_id: string;
  decision_id: string;
  participation_id: string;
  number: string;
  code: string;
  limb: 'information' | 'participation' | 'not-arranged-notice' | 'not-arranged-lapse';
  dated: string;
  state: 'prepared' | 'issued' | 'withdrawn';
  version: Generated<number>;
  adviser_id: string;
  earlier_id: string | null;
  prepared_at: string;
  issued_at: string | null;
  withdrawn_at: string | null;
  withdrawn_why: string | null;
}

export interface CertificateVersionsTable {
  id: string;
  service_id: string;
  certificate_id: string;
  version: number;
  content: JsonColumn;
  corrected: Generated<string[]>;
  made_at: string;
  made_by: string;
}

export interface LettersTable {
  id: string;
  service_id: string;
  case_id: string | null;
  person_id: string | null;
  channel: 'email' | 'post';
  template: string;
  template_version: number;
  language: Generated<string>;
  format: Generated<string>;
  subject: string;
  body_text: string;
  body_html: string;
  to_address: string;
  to_lines: Generated<string[]>;
  message_id: string;
  state:
    'waiting-for-papers' | 'queued' | 'sending' | 'sent' | 'to-post' | 'posted' | 'failed' | 'bounced' | 'cancelled';
  tries: Generated<number>;
  next_try_at: string;
  lease_until: string | null;
  queued_at: string;
  sent_at: string | null;
  posted_on: string | null;
  posted_by: string | null;
  failure: string | null;
  act_id: string;
}

export interface PapersTable {
  id: string;
  service_id: string;
  case_id: string;
  person_id: string | null;
  kind: 'certificate' | 'covering-letter' | 'address-sheet' | 'letter';
  format: 'standard' | 'large-print';
  certificate_version_id: string | null;
  letter_id: string | null;
  template: string;
  content: JsonColumn;
  sealed: boolean;
  made_at: string | null;
  file_id: string | null;
  unsealed_sha256: string | null;
  sealed_sha256: string | null;
  tries: Generated<number>;
  next_try_at: string;
  lease_until: string | null;
  wanted_at: string;
  failure: string | null;
  pages: number | null;
  replaced_at: string | null;
}

export interface LetterPapersTable {
  letter_id: string;
  paper_id: string;
  service_id: string;
  position: number;
}

export interface LateDecisionsTable {
  id: string;
  service_id: string;
  case_id: string;
  decision_id: string;
  participation_id: string;
  issue: boolean;
  decided_by: string;
  decided_at: string;
}

export interface SessionsTable {
  id: string;
  service_id: string;
  account_id: string;
  token_hash: string;
  how: 'link' | 'passkey' | 'trial';
  device: 'desk' | 'shared' | 'own';
  browser: string;
  made_at: string;
  last_seen_at: string;
  idle_seconds: number;
  ends_at: string;
  proved_at: string | null;
  ended_at: string | null;
}

export interface SignInRequestsTable {
  id: string;
  service_id: string;
  address_hash: string;
  network_hash: string;
  bucket: string;
  at: string;
}

export interface SignInLinksTable {
  id: string;
  service_id: string;
  account_id: string | null;
  person_id: string | null;
  token_hash: string;
  address_hash: string;
  browser_hash: string;
  code_hash: string;
  going_to: string;
  made_at: string;
  expires_at: string;
  used_at: string | null;
  wrong_codes: Generated<number>;
}

export interface PasskeysTable {
  id: string;
  service_id: string;
  account_id: string;
  credential_id: string;
  public_key: string;
  counter: string;
  transports: Generated<string[]>;
  name: string;
  made_at: string;
  last_used_at: string | null;
}

export interface PasskeyChallengesTable {
  challenge_hash: string;
  service_id: string;
  account_id: string | null;
  expires_at: string;
}

export interface RecoveryCodesTable {
  id: string;
  service_id: string;
  account_id: string;
  code_hash: string;
  made_at: string;
  used_at: string | null;
}

/** Why a case may not be erased yet. */
export interface HoldsTable {
  id: string;
  service_id: string;
  case_id: string;
  why: 'appeal' | 'complaint' | 'claim' | 'safeguarding' | 'inquiry';
  review_on: string;
  placed_at: string;
  lifted_at: string | null;
}

export interface CallsTable {
  id: string;
  service_id: string;
  account_id: string;
  started_at: string;
  rang_off_at: string | null;
  finishing_at: string | null;
  ended_at: string | null;
  outcome:
    | 'certificate-issued'
    | 'certificate-prepared'
    | 'authority-told'
    | 'chase'
    | 'no-certificate-needed'
    | 'manager-decides'
    | 'late-not-issued'
    | 'contact-recorded'
    | 'linked'
    | 'transferred'
    | 'nothing-to-record'
    | 'never-finished'
    | null;
  answers: GeneratedJson;
  saved_at: string;
  saved_from: Generated<string>;
  act_key: string;
  case_id: string | null;
  version: Generated<number>;
  /** Who took it first, where a manager went on with it. */
  taken_over_from: Generated<string | null>;
  /** Everybody from whom it was taken over, once or more. */
  had_before: Generated<string[]>;
  taken_over_at: Generated<string | null>;
}

export interface SearchVocabularyTable {
  id: Generated<number>;
  service_id: string;
  word: string;
}

export interface SearchSlipsTable {
  slip: string;
  word_id: number;
}

export interface SearchWordsTable {
  case_id: string;
  word_id: number;
  kind:
    | 'person'
    | 'person-known-as'
    | 'telephone'
    | 'email'
    | 'child'
    | 'child-known-as'
    | 'school'
    | 'authority-reference';
  source_id: string;
  service_id: string;
}

export interface AskingDraftsTable {
  id: string;
  service_id: string;
  browser_hash: string | null;
  link_hash: string | null;
  wrong_tries: Generated<number>;
  answers: GeneratedJson;
  case_id: string | null;
  participation_id: string | null;
  reference: string | null;
  contact_at: string | null;
  sent_at: string | null;
  made_at: string;
  saved_at: string;
}

export interface OfferedAnswersTable {
  id: string;
  service_id: string;
  case_id: string;
  participation_id: string;
  about:
    | 'decision'
    | 'child'
    | 'authority'
    | 'person'
    | 'reach'
    | 'holder'
    | 'issues'
    | 'wishes'
    | 'safe-contact'
    | 'permission'
    | 'letter';
  said: JsonColumn;
  offered_at: string;
  settled_at: string | null;
  settled_by: string | null;
  taken: boolean | null;
}

export interface DocumentsTable {
  id: string;
  service_id: string;
  case_id: string;
  kind: 'decision-letter' | 'other';
  came_by: 'front' | 'desk';
  draft_id: string | null;
  pages: number;
  original_file_id: string;
  clean_file_id: string | null;
  preview_file_id: string | null;
  state: 'held' | 'reading' | 'read' | 'refused';
  /** Why a paper that was held was not kept after all. */
  refused: string | null;
  reading: ColumnType<Json, string | null | undefined, string | null>;
  /** How often a reading that was cut short was begun again. */
  read_again: Generated<number>;
  sent_at: string;
  sent_by: string | null;
  read_at: string | null;
}

export interface Tables {
  installation: InstallationTable;
  services: ServicesTable;
  closure_days: ClosureDaysTable;
  holiday_years: HolidayYearsTable;
  bank_holidays: BankHolidaysTable;
  bodies: BodiesTable;
  contracts: ContractsTable;
  signposts: SignpostsTable;
  people: PeopleTable;
  contact_points: ContactPointsTable;
  accounts: AccountsTable;
  staff: StaffTable;
  cases: CasesTable;
  children: ChildrenTable;
  decisions: DecisionsTable;
  participations: ParticipationsTable;
  contacts: ContactsTable;
  permissions: PermissionsTable;
  words: WordsTable;
  readable: ReadableTable;
  information_given: InformationGivenTable;
  wishes: WishesTable;
  milestones: MilestonesTable;
  acts: ActsTable;
  facts: FactsTable;
  clocks: ClocksTable;
  looked: LookedTable;
  files: FilesTable;
  certificates: CertificatesTable;
  certificate_versions: CertificateVersionsTable;
  letters: LettersTable;
  papers: PapersTable;
  letter_papers: LetterPapersTable;
  late_decisions: LateDecisionsTable;
  sessions: SessionsTable;
  sign_in_requests: SignInRequestsTable;
  sign_in_links: SignInLinksTable;
  passkeys: PasskeysTable;
  passkey_challenges: PasskeyChallengesTable;
  recovery_codes: RecoveryCodesTable;
  calls: CallsTable;
  search_vocabulary: SearchVocabularyTable;
  search_slips: SearchSlipsTable;
  search_words: SearchWordsTable;
  asking_drafts: AskingDraftsTable;
  offered_answers: OfferedAnswersTable;
  documents: DocumentsTable;
  holds: HoldsTable;
  safe_words: SafeWordsTable;
}

/** A row as it is read. */
export type Row<T extends keyof Tables> = Selectable<Tables[T]>;
