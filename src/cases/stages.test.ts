// The stage of a case as its facts fold into it: what was said, on which road, and before or after anything was explained.
import { expect, test } from 'vitest';
import type { Fact } from './fact.ts';
import type { Facts } from '../journal.ts';
import { foldStanding, type Stage } from './stages.ts';

type Told = Pick<Fact<Facts>, 'code' | 'data'>;
const contact: Told = { code: 'contact-made', data: { channel: 'call', on: '2026-03-31' } };
const road = (taken: string): Told => ({ code: 'road-taken', data: { road: taken } });
const informed: Told = { code: 'information-given', data: { channel: 'call', participation: 'p', script: '1' } };
const fresh: Told = {
  code: 'party-recorded',
  data: { participation: 'p', party: 'young-person', fresh: true },
};
const closed: Told = { code: 'case-closed', data: { why: 'no-answer' } };
const reopened: Told = { code: 'case-reopened', data: { why: 'family-came-back' } };
const said = (answer: 'yes' | 'no' | 'thinking'): Told => ({
  code: 'wish-to-mediate-said',
  data: { participation: 'p', answer, chaseOn: null },
});
const issued: readonly Told[] = [
  road('mediation'),
  informed,
  said('no'),
  { code: 'certificate-issued', data: { certificate: 'c', limb: 'information', dated: '2026-04-01', warnings: [] } },
];
const withdrawn = (owed?: readonly ('information' | 'wish')[]): Told => ({
  code: 'certificate-withdrawn',
  data: {
    certificate: 'c',
    why: 'x',
    toldOn: '2026-04-02',
    told: 'call',
    replacement: 'not-entitled',
    ...(owed && { owed }),
  },
});

test.each<[string, readonly Told[], Stage]>([
  ['no', [road('mediation'), informed, said('no')], 'certificate-due'],
  ['no, while the road is not clear', [road('undecided'), informed, said('no')], 'certificate-due'],
  ['no, about Section I alone', [road('placement-only'), informed, said('no')], 'no-certificate-needed'],
  ['no, about health alone', [road('health-only'), informed, said('no')], 'no-certificate-needed'],
  ['no before anything was explained', [road('mediation'), said('no')], 'information-owed'],
  ['no twice before', [road('mediation'), said('no'), said('no')], 'information-owed'],
  ['no before, explained since', [road('mediation'), said('no'), informed], 'certificate-due'],
  ['yes, then no, and nothing explained in between', [road('mediation'), said('yes'), said('no')], 'information-owed'],
  ['thinking, then no, and nothing explained in between', [said('thinking'), said('no')], 'information-owed'],
  ['the same, explained since', [road('mediation'), said('yes'), said('no'), informed], 'certificate-due'],
  ['yes, explained, then no', [road('mediation'), said('yes'), informed, said('no')], 'certificate-due'],
  [
    'no of a new party that has heard nothing',
    [informed, said('yes'), fresh, said('yes'), said('no')],
    'information-owed',
  ],
  ['opened again after the information', [informed, closed, reopened], 'information-given'],
  ['opened again, never informed', [closed, reopened], 'contact-made'],
  ['opened again, then no, never informed', [closed, reopened, said('no')], 'information-owed'],
  ['opened again with a new party', [informed, closed, fresh, reopened], 'contact-made'],
  ['the same about Section I alone', [road('placement-only'), said('no'), informed], 'no-certificate-needed'],
  [
    'Section B added after the no',
    [road('placement-only'), informed, said('no'), road('mediation')],
    'certificate-due',
  ],
  [
    'only Section I left after the no',
    [road('mediation'), informed, said('no'), road('placement-only')],
    'no-certificate-needed',
  ],
  ['a road found while they think', [informed, said('thinking'), road('placement-only')], 'thinking'],
  ['withdrawn, and nothing is owed again', [...issued, withdrawn([])], 'certificate-due'],
  ['withdrawn before it was said what is owed', [...issued, withdrawn()], 'certificate-due'],
  ['withdrawn: no information had been given', [...issued, withdrawn(['information'])], 'information-owed'],
  ['the same, given since', [...issued, withdrawn(['information']), informed], 'certificate-due'],
  ['withdrawn: no wish had been stated', [...issued, withdrawn(['wish'])], 'information-given'],
  ['the same, said since', [...issued, withdrawn(['wish']), said('no')], 'certificate-due'],
  ['withdrawn for both', [...issued, withdrawn(['information', 'wish'])], 'contact-made'],
  ['withdrawn after a yes', [...issued, said('yes'), withdrawn(['wish'])], 'wants-mediation'],
  ['withdrawn in a closed case', [...issued, closed, withdrawn(['information'])], 'information-owed'],
  ['yes, on any road', [road('placement-only'), informed, said('yes')], 'wants-mediation'],
])('%s', (_, facts, stage) => {
  expect(foldStanding([contact, ...facts]).stage).toBe(stage);
});

test('the road is the last one taken, and who was informed is asked of the party of today', () => {
  expect(foldStanding([contact])).toMatchObject({ road: 'undecided', informed: false });
  const later = [contact, road('placement-only'), informed, road('mediation')];
  expect(foldStanding(later)).toMatchObject({ road: 'mediation', informed: true });
  expect(foldStanding([...later, fresh])).toMatchObject({ road: 'mediation', informed: false });
});
