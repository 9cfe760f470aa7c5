// The words for the codes of a case, for the desk and for families. The law's own words first, plain words for families.
export const channelWords: Record<string, string> = {
  call: 'telephone call',
  email: 'e-mail',
  letter: 'letter',
  voicemail: 'voicemail',
  web: 'web form',
  text: 'text message',
  'in-person': 'a visit',
};

export const wayInWords: Record<string, string> = {
  call: 'You rang us',
  email: 'You e-mailed us',
  letter: 'Your letter reached us',
  voicemail: 'You left us a message',
  web: 'You sent us the form',
  text: 'You sent us a text',
  'in-person': 'You came to see us',
};

export const decisionWords: Record<string, string> = {
  'refuse-to-assess': 'Not to secure an EHC needs assessment',
  'refuse-to-issue': 'Not to issue an EHC plan after assessment',
  'plan-contents': 'What the EHC plan says',
  placement: 'The school or college named in Section I, or that none is named',
  'refuse-to-reassess': 'Not to re-assess',
  'refuse-to-amend': 'Not to amend the EHC plan after a review',
  'cease-to-maintain': 'To cease to maintain the EHC plan',
  'plan-made': 'An EHC plan was made: health or social care only',
  unknown: 'Not known yet',
};

export const roadWords: Record<string, string> = {
  undecided: 'Not clear yet',
  mediation: 'Mediation, certificate needed to appeal',
  'placement-only': 'Section I only: no certificate needed',
  'health-only': 'Health only: the ICB arranges',
  'social-care-only': 'Social care only',
  'disagreement-resolution': 'Disagreement resolution',
  'early-resolution': 'Early resolution (SENDIASS)',
  elsewhere: 'Another road',
};

export const stageWords: Record<string, string> = {
  'contact-made': 'Contact made',
  'information-owed': 'Said no: information still to be given',
  'information-given': 'Information given',
  thinking: 'Thinking it over',
  'wants-mediation': 'Wants mediation: council to be told',
  'certificate-due': 'Certificate due',
  'authority-told': 'Council told',
  'certificate-issued': 'Certificate issued',
  'no-certificate-needed': 'No certificate needed',
  closed: 'Closed',
};

export const clockWords: Record<string, string> = {
  'contact-adviser': 'Contact us by',
  'chase-decision': 'Ask again: mediate or not',
  'issue-certificate': 'Issue the certificate by',
  'tell-authority': 'Tell the council of the request',
  'tell-icb': 'Council tells the health board by',
  'arrange-mediation': 'Arrange by day 30',
  'ask-after-day-30': 'Day 30 passed: ring the family, ask the council',
  'notice-of-meeting': 'Tell the family the date and place by',
  appeal: 'Appeal, received by',
  'ask-who-the-party-is': 'Ask who the party is',
};

export const capacityWords: Record<string, string> = {
  parent: 'parent',
  'other-parental-responsibility': 'person with parental responsibility',
  carer: 'carer',
  'corporate-parent': 'corporate parent',
  'young-person': 'young person',
  'alternative-person': 'alternative person',
  supporter: 'supporter',
  referrer: 'referrer',
  officer: 'officer',
  school: 'school',
  mediator: 'mediator',
  interpreter: 'interpreter',
};

/** The capacities as they are asked for, where one word does not say enough. */
export const capacityAsked: Record<string, string> = {
  ...capacityWords,
  carer: 'carer, such as a foster carer or grandparent',
  'corporate-parent': 'corporate parent: a council’s social worker, for a child it looks after',
};

/** Why a date moved, by the command that moved it. */
export const becauseWords: Record<string, string> = {
  recordContact: 'the contact was recorded',
  changeDecision: 'what we hold about the decision changed',
  changeChild: 'what we hold about the child changed',
  giveInformation: 'information was given',
  recordWishes: 'wishes were recorded',
  noLongerWantsMediation: 'mediation is no longer wanted',
  tellAuthority: 'the council was told',
  'issue-certificate': 'the certificate was issued',
  'mark-posted': 'the certificate was posted',
  'withdraw-certificate': 'the certificate was withdrawn',
  recordParty: 'who the party is was recorded',
  makeContact: 'the contact was recorded',
  joinCase: 'somebody joined the case',
  leaveCase: 'somebody left the case',
  hearYoungPerson: 'the young person was heard',
  settleOffer: 'an answer of the family was taken over',
  'decide-late-contact': 'it was decided about the late contact',
  closeCase: 'the case was closed',
  reopenCase: 'the case was opened again',
  'day-passed': 'the day passed',
  'rules-changed': 'the rules changed',
  'bank-holidays-changed': 'the bank holidays changed',
  'settings-changed': 'a setting of the service changed',
};
