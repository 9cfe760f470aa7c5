// What is not open in a case now, why, and when it opens.
import { certificateRefusalWords, type CertificateRefusal } from '../../certificates/certificate.ts';
import type { ActsProps } from '../../kit/html/pieces/case-parts.tsx';
import { shortDay } from '../../law/day-words.ts';
import { running } from './act-parts.ts';
import type { CaseView, HolderView } from './case-view.ts';

type Closed = NonNullable<ActsProps['closed']>[number];

/** Lists what is not open now, of each right-holder and of the whole case. */
export function shutIn(view: CaseView): Closed[] {
  return [...view.holders.flatMap((holder) => shut(view, holder)), ...shutForAll(view)];
}

/** What is not open now about one right-holder, and when it opens. */
function shut(view: CaseView, holder: HolderView): Closed[] {
  const { called, facts, certificates } = holder;
  const closed: Closed[] = [];
  const whose = view.holders.length > 1 ? ` (${called})` : '';
  const without = holder.mayIssue('information');
  if ('refused' in without && certificates.length === 0)
    closed.push({ what: `Certificate: no mediation${whose}`, why: whyShut(without.refused, holder) });
  if (facts.wish?.answer === 'yes' && !facts.concludedOn)
    closed.push({
      what: `Certificate: mediation took place${whose}`,
      why: 'No mediation has been held. Opens when it ends.',
    });
  if (facts.wish?.answer === 'yes' && !holder.toldOn && !view.page.authority_id)
    closed.push({ what: `Tell the council${whose}`, why: 'It is not named yet. Opens when it is.' });
  return closed;
}

function whyShut(refused: CertificateRefusal, { called, facts }: HolderView): string {
  if (refused === 'information-not-given')
    return `${called} has not been given the information yet. Opens when they have, and say that they do not wish to mediate.`;
  if (refused === 'wish-not-stated') {
    if (facts.wish?.answer === 'yes')
      return `${called} wishes to mediate (${shortDay(facts.wish.on)}). Opens the moment they say that they no longer do.`;
    if (facts.wish?.answer === 'thinking')
      return `${called} is thinking it over (${shortDay(facts.wish.on)}). Opens the moment they say no.`;
    return `${called} has not said yet whether they wish to mediate. Opens the moment they say no.`;
  }
  return certificateRefusalWords[refused];
}

function shutForAll({ holders }: CaseView): Closed[] {
  return holders.some((holder) => running(holder, 'issue-certificate'))
    ? [{ what: 'Close the case', why: 'A certificate is still owed to the right-holder. Opens when it is issued.' }]
    : [];
}
