// The information conversation at the desk: the script with their own dates, the wishes, just the certificate, telling the council.
import { expect, test } from 'vitest';
import { migrations } from '../../../database/migrations/index.ts';
import type { Tables } from '../../../database/tables.ts';
import { aContact, day, refusedToAssess } from '../../../test/support/contact.ts';
import { errorsOf, fieldsOf, headingOf, openDesk, wordsOf } from '../../../test/support/desk-server.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { issueCertificate } from '../../certificates/commands.ts';
import { newId } from '../../kit/ids.ts';
import { recordContact } from '../../referrals/commands.ts';
import { coreCodes } from '../script.ts';

const server = await openDesk(await openTestDatabase<Tables>(migrations), '2026-03-31T11:00:00+01:00');
const { desk, web } = server;

async function aCase({ decision = refusedToAssess, messageSafe = true } = {}) {
  const opened = await recordContact(
    web,
    desk.adviser,
    aContact(desk, {
      decision,
      rightHolder: {
        firstNames: 'Hannah',
        lastName: 'Okafor',
        capacity: 'parent',
        points: [{ kind: 'email', value: 'hannah@family.example.org', messageSafe }],
      },
    }),
  );
  if ('refused' in opened) throw new Error(opened.refused);
  return { caseId: opened.caseId, path: `/desk/cases/${opened.reference}` };
}
const stageOf = async (caseId: string) =>
  (await desk.look((tx) => tx.selectFrom('cases').select('stage').where('id', '=', caseId).executeTakeFirstOrThrow()))
    .stage;
const countOf = async (caseId: string, table: 'information_given' | 'wishes') =>
  (await desk.look((tx) => tx.selectFrom(table).select('id').where('case_id', '=', caseId).execute())).length;

test('the script is read with the right-holder’s own dates, and nothing is ticked before it is said', async () => {
  const { path } = await aCase();
  const { body } = await server.get(desk.adviser, `${path}/information`);
  expect(headingOf(body)).toBe('Mediation information');
  const words = wordsOf(body);
  expect(words).toContain(
    '“You contacted us on Tuesday 31 March 2026. That was in time: the last day is Tuesday 5 May 2026.”',
  );
  expect(words).toContain('It must be received by 5pm on Tuesday 5 May 2026.');
  expect(words).not.toMatch(/another month|one more month/i);
  expect(fieldsOf(body)).not.toHaveProperty('said');
});

test('the information leads on to the wishes, and a no to the certificate', async () => {
  const { path, caseId } = await aCase();
  const given = await server.send(desk.adviser, `${path}/information`, { channel: 'call', said: coreCodes });
  expect(given).toMatchObject({ status: 303, to: `${path}/wishes?done=information-given` });
  expect(await stageOf(caseId)).toBe('information-given');
  const page = wordsOf((await server.get(desk.adviser, given.to)).body);
  expect(page).toContain('The certificate is due by Tuesday 7 April 2026; it can go today.');
  expect(page).toContain('Told today, it has until Thursday 30 April 2026 to arrange it.');
  const said = await server.send(desk.adviser, `${path}/wishes`, { channel: 'call', appeal: 'yes', mediation: 'no' });
  expect(said).toMatchObject({ status: 303, to: `${path}/certificate?done=wishes-recorded` });
  expect(await stageOf(caseId)).toBe('certificate-due');
});

test.each([
  ['information', {}, ['Choose how the information was given.', 'Tick what was said.']],
  ['wishes', { channel: 'call' }, ['Choose what they said.']],
  ['wishes', { channel: 'call', mediation: 'thinking' }, ['Enter the day on which you ask again.']],
  [
    'wishes',
    { channel: 'call', mediation: 'thinking', 'chaseOn-day': '1', 'chaseOn-month': '3', 'chaseOn-year': '2026' },
    ['The day to ask again must be today or later.'],
  ],
  [
    'authority-told',
    {},
    [
      'Write down in one or two sentences what they disagree with.',
      'The council is told only when they agree. Read the words to them and tick when they do.',
      'Choose how they agreed.',
    ],
  ],
  [
    'authority-told',
    { issues: 'The help in section F', agreed: 'yes', channel: 'call' },
    ['Record first that they wish to mediate.'],
  ],
] as const)('%s refuses %j kindly', async (page, answers, errors) => {
  const { path } = await aCase();
  const { status, body } = await server.send(desk.adviser, `${path}/${page}`, answers);
  expect(status).toBe(422);
  expect(errorsOf(body)).toEqual(errors);
});

test('somebody who is not independent is told so, and nothing is recorded', async () => {
  const { path, caseId } = await aCase();
  const { status, body } = await server.send(desk.notIndependent, `${path}/information`, {
    channel: 'call',
    said: coreCodes,
  });
  expect(status).toBe(422);
  expect(errorsOf(body)[0]).toContain('in law you are not independent');
  expect(await countOf(caseId, 'information_given')).toBe(0);
});

test('just the certificate records the core and both wishes in one press, once, and leads to the certificate', async () => {
  const { path, caseId } = await aCase();
  const filled = fieldsOf((await server.get(desk.adviser, `${path}/just-the-certificate`)).body);
  const answers = { ...filled, channel: 'call', said: [...coreCodes], appeal: 'yes', mediation: 'no' };
  const sent = await server.post(desk.adviser, `${path}/just-the-certificate`, answers);
  expect(sent).toMatchObject({ status: 303, to: `${path}/certificate?done=wishes-recorded` });
  await server.post(desk.adviser, `${path}/just-the-certificate`, answers);
  expect(await countOf(caseId, 'information_given')).toBe(1);
  expect(await countOf(caseId, 'wishes')).toBe(2);
  expect(await stageOf(caseId)).toBe('certificate-due');
});

test('what a no starts is said by what the case has, also where a certificate is there already', async () => {
  const { path, caseId } = await aCase();
  await server.send(desk.adviser, `${path}/just-the-certificate`, {
    channel: 'call',
    said: coreCodes,
    appeal: 'yes',
    mediation: 'no',
  });
  expect(wordsOf((await server.get(desk.adviser, `${path}/wishes`)).body)).toContain('The certificate is due by');
  const participation = await desk.look((tx) =>
    tx.selectFrom('participations').select('id').where('case_id', '=', caseId).executeTakeFirstOrThrow(),
  );
  const issue = { actId: newId(), caseId, participationId: participation.id, limb: 'information' } as const;
  expect(await issueCertificate(web, desk.adviser, issue)).not.toHaveProperty('refused');
  expect(wordsOf((await server.get(desk.adviser, `${path}/wishes`)).body)).toContain(
    'There is a certificate already, dated Tue 31 Mar 2026.',
  );
});

test('a wish that contradicts what a colleague recorded meanwhile is shown beside it, and neither is lost', async () => {
  const { path, caseId } = await aCase();
  await server.send(desk.adviser, `${path}/information`, { channel: 'call', said: coreCodes });
  const open = async (page: string) => fieldsOf((await server.get(desk.adviser, `${path}/${page}`)).body);
  const [wishes, short, agreeing] = [await open('wishes'), await open('just-the-certificate'), await open('wishes')];
  await server.send(desk.otherAdviser, `${path}/wishes`, { channel: 'call', mediation: 'yes' });

  const late = await server.post(desk.adviser, `${path}/wishes`, { ...wishes, channel: 'email', mediation: 'no' });
  expect(late.status).toBe(409);
  expect(wordsOf(late.body)).toContain('Recorded meanwhile: Yes, they wish to mediate');
  expect(fieldsOf(late.body)).toMatchObject({ mediation: 'no', channel: 'email' });
  const core = { ...short, channel: 'call', said: [...coreCodes], appeal: 'yes', mediation: 'no' };
  const shortLate = await server.post(desk.adviser, `${path}/just-the-certificate`, core);
  expect(shortLate.status).toBe(409);
  expect(wordsOf(shortLate.body)).toContain('Recorded meanwhile: Yes, after all');
  expect(await countOf(caseId, 'wishes')).toBe(1);
  expect(await countOf(caseId, 'information_given')).toBe(1);

  const agreed = await server.post(desk.adviser, `${path}/wishes`, {
    ...agreeing,
    channel: 'call',
    mediation: 'yes',
    appeal: 'yes',
  });
  expect(agreed.status).toBe(303);
  const other = await server.post(desk.adviser, `${path}/wishes`, { ...fieldsOf(late.body), appeal: '' });
  expect(other.status).toBe(303);
  expect(await stageOf(caseId)).toBe('certificate-due');
});

test('just the certificate does not go on without both wishes', async () => {
  const { path, caseId } = await aCase();
  const { body } = await server.send(desk.adviser, `${path}/just-the-certificate`, {
    channel: 'call',
    said: coreCodes,
  });
  expect(errorsOf(body)).toEqual([
    'Choose whether they wish to appeal.',
    'Choose what they said once the core was spoken.',
  ]);
  expect(await countOf(caseId, 'information_given')).toBe(0);
});

test('the council is told what they agreed to, and day 30 runs', async () => {
  const { path, caseId } = await aCase();
  await server.send(desk.adviser, `${path}/information`, { channel: 'call', said: coreCodes });
  const yes = await server.send(desk.adviser, `${path}/wishes`, { channel: 'call', mediation: 'yes' });
  expect(yes.to).toBe(`${path}/authority-told?done=wishes-recorded`);
  const told = await server.send(desk.adviser, `${path}/authority-told`, {
    issues: 'The help in section F',
    agreed: 'yes',
    channel: 'call',
  });
  expect(told).toMatchObject({ status: 303, to: `${path}?done=council-told` });
  expect(await stageOf(caseId)).toBe('authority-told');
  const words = wordsOf((await server.get(desk.adviser, path)).body);
  expect(words).toContain('Arrange by day 30 Thu 30 Apr 2026');
  expect(words).toContain('The help in section F');
  const twice = await server.send(desk.adviser, `${path}/authority-told`, {
    issues: 'Again',
    agreed: 'yes',
    channel: 'call',
  });
  expect(errorsOf(twice.body)).toEqual(['The council was already told. Its 30 days are running.']);
});

test('a request that went to several addresses is one line of what happened, which counts them and names no address', async () => {
  const { path } = await aCase();
  await server.send(desk.adviser, `${path}/information`, { channel: 'call', said: coreCodes });
  await server.send(desk.adviser, `${path}/wishes`, { channel: 'call', mediation: 'yes' });
  await server.send(desk.adviser, `${path}/authority-told`, {
    issues: 'The help in section F',
    agreed: 'yes',
    channel: 'call',
    officers: 'one@council.example.org, two@council.example.org',
  });
  await server.drain();
  const words = wordsOf((await server.get(desk.adviser, `${path}/history`)).body);
  for (const what of ['on its way by e-mail', 'sent by e-mail']) {
    expect(words).toMatch(new RegExp(`Request to the council for mediation: ${what}\\. \\d letters\\.`));
    expect(words.split(`Request to the council for mediation: ${what}`)).toHaveLength(2);
  }
  expect(words).not.toContain('council.example.org');
});

test('a page about somebody who is not in the case is not there', async () => {
  const { path } = await aCase();
  expect((await server.get(desk.adviser, `${path}/wishes?for=01a1f873-c8a0-772a-876b-5b7bc7f2ef57`)).status).toBe(404);
});

test('a no of somebody who contacted us late says whether they have it in writing to send the appeal now', async () => {
  const decision = { ...refusedToAssess, dated: day('2026-01-15'), sent: day('2026-01-15') };
  const noTo = async (messageSafe: boolean) => {
    const { path } = await aCase({ decision, messageSafe });
    const said = await server.send(desk.adviser, `${path}/wishes`, { channel: 'call', mediation: 'no' });
    return wordsOf((await server.get(desk.adviser, said.to)).body);
  };
  expect(await noTo(true)).toContain('a letter tells them to send the appeal now');
  expect(await noTo(false)).toContain('no safe address to write to: tell them now to send the appeal');
});

test('nothing broke behind any of these pages', () => expect(server.defects).toEqual([]));
