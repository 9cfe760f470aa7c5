// Every page of words, in the order of the site.
import { accessibility } from './accessibility.tsx';
import { afterTheCertificate } from './after-the-certificate.tsx';
import { complaints } from './complaints.tsx';
import { confidentiality } from './confidentiality.tsx';
import type { ContentPage } from './content-page.tsx';
import { difference } from './difference.tsx';
import { disagreementResolution } from './disagreement-resolution.tsx';
import { earlyResolution } from './early-resolution.tsx';
import { easyRead, languages } from './formats.tsx';
import { howItWorks } from './how-it-works.tsx';
import { mediation } from './mediation.tsx';
import { placementOnly } from './placement-only.tsx';
import { privacy } from './privacy.tsx';
import { theMeeting } from './the-meeting.tsx';

/** The pages that are the same on every day; the contact page knows the day and is made for it. */
export const contentPages: readonly ContentPage[] = [
  howItWorks,
  mediation,
  disagreementResolution,
  difference,
  theMeeting,
  confidentiality,
  placementOnly,
  afterTheCertificate,
  earlyResolution,
  complaints,
  privacy,
  accessibility,
  easyRead,
  languages,
];
