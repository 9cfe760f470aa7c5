// The addresses of the pages anybody may open. A page links through these, so that no link can be misspelt.
import { addressOf, type Answers } from '../kit/forms/answers.ts';

export const publicPaths = {
  home: '/',
  whatCanIDo: '/what-can-i-do',
  myDates: '/my-dates',
  changeMyDates: '/my-dates/change',
  calendarFile: '/my-dates/calendar',
  mediation: '/mediation',
  disagreementResolution: '/disagreement-resolution',
  difference: '/the-difference',
  howItWorks: '/how-it-works',
  theMeeting: '/the-meeting',
  confidentiality: '/confidentiality',
  placementOnly: '/placement-only',
  afterTheCertificate: '/after-the-certificate',
  earlyResolution: '/early-resolution',
  youngPeople: '/young-people',
  contact: '/contact',
  complaints: '/complaints',
  privacy: '/privacy',
  accessibility: '/accessibility',
  easyRead: '/easy-read',
  languages: '/languages',
  api: '/api',
  apiDocument: '/api/v1/openapi.json',
} as const;

/** What a person already knows they want from us. */
export type Wanted = 'mediation' | 'certificate' | 'disagreement-resolution' | 'call-back';

/** The address that starts a request, with what was answered so far. Answers are codes and dates of a letter, never a name or a birth date. */
export function askPath(answers: Answers & { want?: Wanted } = {}): string {
  return addressOf('/ask', answers);
}
