// What a page says at its top after something was done on another: a code in the address, so that nothing typed stands there.
export const doneWords = {
  'contact-recorded': 'The contact is recorded. Its road and dates are below.',
  'information-given': 'The information is recorded. The rest goes in writing.',
  'information-unsent':
    'The information is recorded. We have no safe address to send the rest to: ask for one, or read it out.',
  'information-late-untold':
    'The information is recorded. They contacted us late, and we have no safe address to write to: tell them now to send the appeal and to ask the Tribunal’s permission. Read the rest out too.',
  'wishes-recorded': 'What they wish is recorded.',
  'wishes-late-told':
    'What they wish is recorded. They contacted us late: a letter tells them to send the appeal now and to ask the Tribunal’s permission.',
  'wishes-late-untold':
    'What they wish is recorded. They contacted us late, and we have no safe address to write to: tell them now to send the appeal and to ask the Tribunal’s permission.',
  'council-told': 'The council is told. Its 30 days run from today.',
  'decision-changed': 'The decision is recorded, and every date is counted from it.',
  'child-changed': 'The details of the child are changed.',
  'authority-changed': 'The council is named.',
  'changed-certified':
    'It is changed in the record. The certificate says what it said before: open it, and look whether it must be put right.',
  'person-joined': 'They are in the case.',
  'young-person-heard': 'What they said is recorded, with their own ways to be reached. Ask again on the day.',
  'party-recorded': 'It is recorded who the party is. Tell them about mediation, and ask what they wish.',
  'person-left': 'They have left the case.',
  'details-changed': 'The details are changed.',
  'contact-point-changed':
    'The new way to reach them holds from now. Their old sessions have ended. Papers to a changed address wait for a day.',
  'contact-point-added': 'It is added: the first way that we hold to reach them. Nothing waits for it.',
  'papers-agreed': 'You agreed: what waited goes now.',
  'safe-word-set': 'The safe word is set. Nobody can read it, here or anywhere.',
  'permission-recorded': 'The permission is recorded.',
  'owner-changed': 'The case has a new owner.',
  'rang-no-answer': 'The try is recorded. They stay among those who asked us to ring.',
  'rang-spoke': 'It is recorded that you spoke. What they said is recorded below, as ever.',
  'case-closed': 'The case is closed.',
  'case-reopened': 'The case is open again.',
  issued: 'The certificate is issued: it is on the family’s page and on its way by e-mail.',
  'issued-waits':
    'The certificate is issued and dated today. Its e-mail waits, because the address was changed within the last day: a colleague can agree that it goes now.',
  prepared: 'The certificate is prepared. It is issued on the day the pack is marked as posted.',
  'prepared-next':
    'The certificate is prepared. No more post goes today, so it bears the day of the next one, and is issued when the pack is marked as posted on that day.',
  'sent-again': 'It is on its way again.',
  corrected: 'The correction is made: a new version with the original date, on its way to the family.',
  withdrawn: 'The certificate is withdrawn. A letter confirms what the family was told.',
  'withdrawn-next':
    'The certificate is withdrawn. Everything for the one in its place stands below: read it, and issue it now.',
  'withdrawn-next-adviser':
    'The certificate is withdrawn. Nothing stands in the way of another one: an adviser issues it now.',
  'dated-again': 'The certificate is dated today, and its papers are made again.',
  'dated-for-post': 'The certificate is dated for the next post, and its papers are made again.',
  'packed-again': 'The pack is made again, for the address of today. Put the one before away: it is not to be posted.',
  'made-again': 'The pack is made again from the record as it is now. Put the one before away: it is not to be posted.',
  'late-decided': 'The decision about the late contact is recorded.',
  'late-told':
    'The decision about the late contact is recorded. A letter tells the family to send the appeal now and to ask the Tribunal’s permission.',
  'late-untold':
    'The decision about the late contact is recorded. There is no safe address to write to: ring them today, and tell them to send the appeal now and to ask the Tribunal’s permission.',
  'set-aside': 'The prepared certificate is set aside. It was never issued.',
  'paper-made': 'The paper is made, and what waited for it goes on.',
  posted: 'Marked as posted.',
  'letter-settled': 'The letter is put right.',
} as const;
export type DoneCode = keyof typeof doneWords;

/** Says that something was changed; where a certificate stands, that it does not follow by itself. */
export function changedIn(
  { holders }: { readonly holders: readonly { readonly certificates: readonly unknown[] }[] },
  done: DoneCode,
): DoneCode {
  return holders.some(({ certificates }) => certificates.length > 0) ? 'changed-certified' : done;
}

/** Adds what was done to an address. */
export function saying(path: string, done: DoneCode): string {
  return `${path}${path.includes('?') ? '&' : '?'}done=${done}`;
}

/** Says what was done; undefined for nothing, or for a code that is none of ours. */
export function doneSaid(code: string | undefined): string | undefined {
  return code !== undefined && Object.hasOwn(doneWords, code) ? doneWords[code as DoneCode] : undefined;
}
