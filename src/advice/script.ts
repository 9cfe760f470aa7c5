// What is said in the mediation information conversation, as versioned data: a spoken core of about ninety seconds; the rest goes in writing.
// The points are those of the SEND Code of Practice 2015 chapter 11 and of the Act; what was said is recorded by code and version.

/** Spoken plainly, at about 150 words a minute. `dates` and `independent-help` are filled in by the page with the right-holder's own. */
export interface CoreLine {
  readonly code: CoreCode;
  /** The line as it can be read aloud. */
  readonly say: string;
  /** The few words that the adviser sees when they say it in their own. */
  readonly inShort: string;
  /** The page says the right-holder's own dates after this line. */
  readonly withDates?: true;
}

export const coreCodes = [
  'independent-and-free',
  'voluntary-council-must-join',
  'no-effect-on-appeal',
  'certificate-either-way',
  'confidential',
  'who-can-come',
  'dates',
  'independent-help',
] as const;
export type CoreCode = (typeof coreCodes)[number];

/** What is sent in writing and need not be spoken, and can be ticked when it was. */
export const restCodes = [
  'what-mediation-is',
  'thirty-days',
  'placement-only',
  'without-prejudice',
  'child-views-and-expenses',
  'access',
  'health-and-social-care',
  'telling-the-council',
  'complaints',
  'young-person-and-capacity',
] as const;
export type RestCode = (typeof restCodes)[number];

/** The whole was sent in writing and they said that they had it, instead of a conversation. */
export const writtenCode = 'sent-in-writing-and-acknowledged';

export type SaidCode = CoreCode | RestCode | typeof writtenCode;

export interface Script {
  readonly version: string;
  readonly core: readonly CoreLine[];
  readonly rest: Readonly<Record<RestCode, string>>;
}

/** The second script, in words that fit a young person, a carer and a parent alike. A change of words is a new script; what was said under one stays said under it. */
export const currentScript: Script = {
  version: '2',
  core: [
    {
      code: 'independent-and-free',
      say: 'We are independent. We do not work for the council, and this costs you nothing.',
      inShort: 'Independent of the council, and free.',
    },
    {
      code: 'voluntary-council-must-join',
      say: 'Mediation is a meeting with a trained person who takes no side, to try to agree. It is your choice. If you ask for it, the council has to take part.',
      inShort: 'Your choice. If you ask, the council must join.',
    },
    {
      code: 'no-effect-on-appeal',
      say: 'Yes or no, it makes no difference to an appeal. Nobody may hold it against you, and you need not say why.',
      inShort: 'Yes or no makes no difference to an appeal.',
    },
    {
      code: 'certificate-either-way',
      say: 'You get a certificate either way, within three working days of saying no, or of the end of the meeting. You can change your mind until the meeting starts.',
      inShort: 'Certificate either way. You can change your mind.',
    },
    {
      code: 'confidential',
      say: 'What is said in mediation stays private. The one exception is when somebody may come to harm.',
      inShort: 'Private, unless somebody may come to harm.',
    },
    {
      code: 'who-can-come',
      say: 'You can bring one person of your choice. What the child or young person thinks counts too. Tell us what you need to take part.',
      inShort: 'Bring one person you choose. The child’s views count.',
    },
    {
      code: 'dates',
      say: 'Now your own dates. I will read them out, and they will be in what I send you.',
      inShort: 'Their dates, read aloud.',
      withDates: true,
    },
    {
      code: 'independent-help',
      say: 'SENDIASS and IPSEA give free, independent advice, also about an appeal. I will send you the rest in writing.',
      inShort: 'Free advice: SENDIASS, IPSEA. The rest in writing.',
    },
  ],
  rest: {
    'what-mediation-is':
      'Mediation is informal. The mediator does not decide, does not judge and does not give legal advice.',
    'thirty-days':
      'If you ask for mediation, the council has 30 days to arrange it, counted from the day it is told. You are told the date and place at least five working days before.',
    'placement-only':
      'If you disagree only with the school or college in Section I, you need no certificate. You can still ask for mediation. Sections B and F may decide which placement is right, so look at them too. Mediation does not move the two months to appeal.',
    'without-prejudice': 'Offers and comments made in mediation are not used at the Tribunal.',
    'child-views-and-expenses':
      'The mediator asks how the child or young person sees it, in the way that suits them. You can ask for reasonable travel and some other costs of taking part to be paid back.',
    access:
      'You can take part in a room, by video or by telephone. Ask us for an interpreter, sign language, large print, Easy Read, audio, breaks, or anything else that helps.',
    'health-and-social-care':
      'Mediation can also be about health care and social care in the plan. The Tribunal can make recommendations about them, but only beside an appeal about education, and not when the council refused to assess.',
    'telling-the-council':
      'If you want mediation, the council must be told so, and what you disagree with. If health care is missing from the plan, it must be told what you want. We pass this on when you agree to the words.',
    complaints:
      'If you are not happy with us, tell us and we will answer. Disagreement resolution is another kind of meeting: everybody takes part of their own free will, and it never changes a date for an appeal.',
    'young-person-and-capacity':
      'From the end of compulsory school age the right to appeal is the young person’s own. If a young person cannot make this decision, somebody else can act for them.',
  },
};

/** Says whether everything that has to be said aloud was said, or the whole was had in writing. */
export function coreIsComplete(said: readonly SaidCode[]): boolean {
  return said.includes(writtenCode) || coreCodes.every((code) => said.includes(code));
}
