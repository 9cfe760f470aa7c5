// The facts of a certificate's life.
import { sayDay } from '../cases/day.ts';
import type { Sentences } from '../cases/fact.ts';

export type CertificateFacts = {
  'certificate-prepared': { certificate: string; limb: string; dated: string };
  'certificate-redated': { certificate: string; from: string; dated: string };
  'certificate-issued': { certificate: string; limb: string; dated: string; warnings: readonly string[] };
  'certificate-corrected': { certificate: string; version: number; corrected: readonly string[] };
  'certificate-withdrawn': {
    certificate: string;
    why: string;
    toldOn: string;
    told: string;
    replacement: string;
    /** What the family was told, by code. */
    toldThat?: readonly string[];
    /** Why there is no replacement, as a refusal to issue one; null where one is ready. */
    missing?: string | null;
    /** What has to be given, or asked, again before another can be due. Facts from before this was said hold none. */
    owed?: readonly ('information' | 'wish')[];
  };
  'certificate-set-aside': { certificate: string; why: string };
  'late-contact-decided': { participation: string; issue: boolean };
  'paper-wanted-again': { paper: string; kind: string };
};

const plain = (code: string) => code.replaceAll('-', ' ');

export const certificateSentences: Sentences<CertificateFacts> = {
  'certificate-prepared': {
    desk: ({ dated }) =>
      `Certificate prepared for posting, dated ${sayDay(dated)}. It is issued when the pack is posted.`,
    family: null,
  },
  'certificate-redated': {
    desk: ({ from, dated }) =>
      from === dated
        ? `The pack was made again, for what the record says now; the certificate stays dated ${sayDay(dated)}.`
        : `The pack was not posted on ${sayDay(from)}: the certificate is now dated ${sayDay(dated)}.`,
    family: null,
  },
  'certificate-issued': {
    desk: ({ dated, warnings }) =>
      `Certificate issued, dated ${sayDay(dated)}${warnings.length ? ` (${warnings.map((w) => w.replaceAll('-', ' ')).join('; ')})` : ''}.`,
    family: ({ dated }) => `Your certificate was issued, dated ${sayDay(dated)}.`,
  },
  'certificate-corrected': {
    desk: ({ version, corrected }) =>
      `Certificate corrected: version ${version}, the same date. Put right: ${corrected.map((c) => c.replaceAll('-', ' ')).join(', ')}.`,
    family: ({ version }) =>
      `We corrected your certificate. Version ${version} replaces the one before, and its date stays the same.`,
  },
  'certificate-withdrawn': {
    desk: ({ why, toldOn, told, toldThat = [], missing, replacement }) =>
      [
        `Certificate withdrawn: ${plain(why)}.`,
        `The family was told first, on ${sayDay(toldOn)} (${[told, ...toldThat].map(plain).join('; ')}).`,
        ...(missing && replacement === 'not-entitled' ? [`None could be ready in its place: ${plain(missing)}.`] : []),
      ].join(' '),
    family: ({ toldOn }) => `Your certificate was withdrawn. We told you why on ${sayDay(toldOn)}.`,
  },
  'certificate-set-aside': {
    desk: ({ why }) =>
      `The certificate prepared for posting was set aside: ${why.replaceAll('-', ' ')}. It was never issued.`,
    family: null,
  },
  'paper-wanted-again': {
    desk: ({ kind }) => `A paper could not be made, and is tried again: ${kind.replaceAll('-', ' ')}.`,
    family: null,
  },
  'late-contact-decided': {
    desk: ({ issue }) =>
      `A manager decided about the late contact: ${issue ? 'issue the certificate' : 'do not issue it'}.`,
    family: ({ issue }) =>
      issue
        ? 'You contacted us after the two months. We can issue your certificate. Do not wait for it: send your appeal now, and ask the Tribunal’s permission.'
        : 'You contacted us after the two months, and we do not issue a certificate. Send your appeal now, and ask the Tribunal’s permission to appeal late and without one.',
  },
};
