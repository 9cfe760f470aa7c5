// The addresses of the desk’s pages, written out for links and as patterns for routes.
// A case is named by its reference, which is random and tells nothing.

const casePath =
  (action = '') =>
  (reference: string): string =>
    `/desk/cases/${encodeURIComponent(reference)}${action}`;

export const deskPaths = {
  today: '/desk',
  /** Whether the page of today has changed since it was opened. */
  live: '/desk/live',
  contacts: '/desk/contacts',
  newContact: '/desk/contacts/new',
  thinking: '/desk/thinking',
  cases: '/desk/cases',
  case: casePath(),
  information: casePath('/information'),
  wishes: casePath('/wishes'),
  decision: casePath('/decision'),
  child: casePath('/child'),
  authority: casePath('/authority'),
  authorityTold: casePath('/authority-told'),
  certificate: casePath('/certificate'),
  people: casePath('/people'),
  owner: casePath('/owner'),
  closing: casePath('/closing'),
  ringing: casePath('/ringing'),
  dates: casePath('/dates'),
  history: casePath('/history'),
  justTheCertificate: casePath('/just-the-certificate'),
  lateContact: casePath('/late-contact'),
  party: casePath('/party'),
  person: (reference: string, participationId: string): string =>
    `${casePath('/people/')(reference)}${participationId}`,
  contactPoints: (reference: string, participationId: string): string =>
    `${casePath('/people/')(reference)}${participationId}/contact-points`,
  heldPapers: (reference: string, participationId: string): string =>
    `${casePath('/people/')(reference)}${participationId}/held-papers`,
  permissions: (reference: string, participationId: string): string =>
    `${casePath('/people/')(reference)}${participationId}/permissions`,
  safeWord: (reference: string, participationId: string): string =>
    `${casePath('/people/')(reference)}${participationId}/safe-word`,
  leaving: (reference: string, participationId: string): string =>
    `${casePath('/people/')(reference)}${participationId}/leaving`,
} as const;

/** The same addresses as patterns, for the routes. */
export const deskRoutes = {
  case: '/desk/cases/:reference',
  information: '/desk/cases/:reference/information',
  wishes: '/desk/cases/:reference/wishes',
  decision: '/desk/cases/:reference/decision',
  child: '/desk/cases/:reference/child',
  authority: '/desk/cases/:reference/authority',
  authorityTold: '/desk/cases/:reference/authority-told',
  certificate: '/desk/cases/:reference/certificate',
  people: '/desk/cases/:reference/people',
  owner: '/desk/cases/:reference/owner',
  closing: '/desk/cases/:reference/closing',
  ringing: '/desk/cases/:reference/ringing',
  dates: '/desk/cases/:reference/dates',
  history: '/desk/cases/:reference/history',
  justTheCertificate: '/desk/cases/:reference/just-the-certificate',
  lateContact: '/desk/cases/:reference/late-contact',
  party: '/desk/cases/:reference/party',
  person: '/desk/cases/:reference/people/:participation',
  contactPoints: '/desk/cases/:reference/people/:participation/contact-points',
  heldPapers: '/desk/cases/:reference/people/:participation/held-papers',
  permissions: '/desk/cases/:reference/people/:participation/permissions',
  safeWord: '/desk/cases/:reference/people/:participation/safe-word',
  leaving: '/desk/cases/:reference/people/:participation/leaving',
} as const;
