// The addresses of signing in and of a person's own settings.
export const signInPaths = {
  signIn: '/sign-in',
  sent: '/sign-in/sent',
  /** `token` is the link's secret. Logs show the pattern, and pages send no referrer. */
  link: (token: string) => `/sign-in/link/${token}`,
  device: '/sign-in/device',
  passkeyOptions: '/sign-in/passkey/options',
  passkey: '/sign-in/passkey',
  signOut: '/sign-out',
  signOutEverywhere: '/sign-out/everywhere',
  sessions: '/sign-in/sessions',
  endSession: (id: string) => `/sign-in/sessions/${id}/end`,
  account: '/desk/account',
  newPasskeyOptions: '/desk/account/passkeys/options',
  newPasskey: '/desk/account/passkeys',
  removePasskey: (id: string) => `/desk/account/passkeys/${id}/remove`,
  recoveryCodes: '/desk/account/recovery-codes',
  stepUp: '/desk/step-up',
  stepUpOptions: '/desk/step-up/options',
  stepUpByCode: '/desk/step-up/code',
  staff: '/desk/settings/staff',
  staffMember: (id: string) => `/desk/settings/staff/${id}`,
  endStaff: (id: string) => `/desk/settings/staff/${id}/end`,
  suspendStaff: (id: string) => `/desk/settings/staff/${id}/suspension`,
  trialStepUp: '/trial/step-up',
} as const;

/** Adds where to go afterwards to an address. */
export function withTarget(path: string, to: string): string {
  return to === '' ? path : `${path}?to=${encodeURIComponent(to)}`;
}

/** Where somebody begins when they were going nowhere in particular. */
export function firstPageOf(kind: 'staff' | 'family'): string {
  return kind === 'staff' ? '/desk' : '/my-case';
}
