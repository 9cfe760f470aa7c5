// Explains each choice that the service may make, and what follows from it, for the manager who makes it.
import type { Settings } from '../service.ts';

interface Option {
  readonly label: string;
  readonly follows: string;
}

export const lateContactOptions: Readonly<Record<Settings['lateContact'], Option>> = {
  issue: {
    label: 'Issue the certificate',
    follows:
      'It is issued as for anybody and states the day of contact. The Tribunal decides whether the appeal may go on. Nobody waits for us.',
  },
  'manager-decides': {
    label: 'A manager decides each time',
    follows: 'The adviser cannot issue until a manager has said yes or no in that case. The decision is recorded.',
  },
  'do-not-issue': {
    label: 'Do not issue',
    follows: 'The family can only ask the Tribunal to hear an appeal without a certificate. We tell them how.',
  },
};

export const silentLapseOptions: Readonly<Record<Settings['silentLapse'], Option>> = {
  'lapse-is-trigger': {
    label: 'The certificate is due three working days after day 30',
    follows:
      'We ring the family first with both choices: a certificate now, or a fixed later meeting. If we hear nothing, we issue.',
  },
  'wait-for-notice': {
    label: 'Wait until the council says that it cannot arrange the meeting',
    follows:
      'No certificate falls due by itself. Families can still ask for theirs at any time, and then it is due in three working days.',
  },
};

/** Each question: what it is about, and where it comes from. */
export const settingQuestions: Readonly<Record<keyof Settings, { readonly asks: string; readonly why: string }>> = {
  lateContact: {
    asks: 'When a family contacts us after the two months',
    why: 'Regulation 33 sets the two months; it does not say what happens to the certificate after them. Whatever is chosen, the family is told at once to send the appeal and to ask the Tribunal’s permission, and no extra month is ever shown as theirs by right.',
  },
  silentLapse: {
    asks: 'When day 30 passes and the council has said nothing',
    why: 'Regulations 36 and 39 speak of a council that gives notice, and say nothing of one that stays silent. The Tribunal tells families that the adviser must then issue within three working days. Where the council does give notice, the certificate is due whatever is chosen here.',
  },
  sendAppealWorkingDaysBefore: {
    asks: 'How many working days before the last day do we ask families to send an appeal?',
    why: 'Our own advice, not a limit in law. It moves the date “send it by” on pages and in letters, and never the last day itself.',
  },
  disagreementExpenses: {
    asks: 'Does disagreement resolution pay travel and childcare?',
    why: 'The law gives expenses for mediation. For disagreement resolution it is the service’s choice; the public pages say what is chosen.',
  },
  lastPost: {
    asks: 'When is the last post collected?',
    why: 'A certificate that goes by post bears the day on which it is really posted. After this time that is the next working day on which you are open.',
  },
};

/** What is chosen, in a few words. */
export function settingInWords<K extends keyof Settings>(key: K, settings: Settings): string {
  switch (key) {
    case 'lateContact':
      return lateContactOptions[settings.lateContact].label;
    case 'silentLapse':
      return silentLapseOptions[settings.silentLapse].label;
    case 'sendAppealWorkingDaysBefore':
      return `${settings.sendAppealWorkingDaysBefore} working days`;
    case 'disagreementExpenses':
      return settings.disagreementExpenses ? 'Yes' : 'No';
    default:
      return settings.lastPost;
  }
}
