// The call page through its server, without script: from the ring to the certificate, and everything that can go wrong on the way.
import { expect, test } from 'vitest';
import { migrations } from '../../database/migrations/index.ts';
import type { Tables } from '../../database/tables.ts';
import { openTestDatabase } from '../../test/support/database.ts';
import { coreCodes } from '../advice/script.ts';
import { derivedId, newId } from '../kit/ids.ts';
import { setSafeWord } from '../people/commands-safe-word.ts';
import { openTelephone } from './fixtures/telephone.ts';
import { sweepCalls } from './unfinished.ts';

const database = await openTestDatabase<Tables>(migrations);
const telephone = await openTelephone(database, '2026-03-31T10:15:00+01:00');
const { desk, clock } = telephone.room;
const post = ['14 Example Road', 'Birkenhead', 'CH41 0ZZ'].join('\n');

const date = (name: string, day: string, month: string, year: string) => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
});

const hannah = {
  firstNames: 'Hannah',
  lastName: 'Okafor',
  who: 'parent',
  childFirstNames: 'Tobi',
  childLastName: 'Okafor',
  ...date('born', '14', '9', '2018'),
  authority: desk.authorityId,
};

async function callOf(who = desk.adviser) {
  const window = telephone.window(who);
  await window.open('/desk/calls/new');
  return window.press('Start the call');
}

const idOf = (url: string): string => url.split('/')[3]?.split('#')[0] ?? '';
const row = (id: string) =>
  desk.look((tx) => tx.selectFrom('calls').selectAll().where('id', '=', id).executeTakeFirstOrThrow());
const caseOf = async (id: string) => {
  const { case_id: caseId } = await row(id);
  if (!caseId) throw new Error('the call opened no case');
  return desk.look(async (tx) => ({
    id: caseId,
    row: await tx.selectFrom('cases').selectAll().where('id', '=', caseId).executeTakeFirstOrThrow(),
    facts: (await tx.selectFrom('facts').select('code').where('case_id', '=', caseId).orderBy('seq').execute()).map(
      ({ code }) => code,
    ),
    certificates: await tx.selectFrom('certificates').selectAll().where('case_id', '=', caseId).execute(),
    clocks: await tx
      .selectFrom('clocks')
      .select(['kind', 'deadline', 'state'])
      .where('case_id', '=', caseId)
      .where('state', '=', 'running')
      .execute(),
  }));
};

test('Hannah rings with the letter in her hand: from the ring to a certificate in 16 point by post, step by step, without script', async () => {
  clock.set('2026-03-31T10:15:00+01:00');
  const call = await callOf();
  expect(call.now).toBe('step-1');
  await call.press('Save', { service: 'mediation' });
  expect([call.now, call.url.split('#')[1]]).toEqual(['step-2', 'step-2']);
  await call.press('Save', hannah);
  expect(call.now).toBe('step-3');
  expect(call.text('step-2')).toContain('Hannah Okafor, parent of Tobi Okafor, born 14 September 2018. Wirral Council');
  await call.press('Save', { phone: '07700 900123', safe: ['message', 'post'], address: post, formats: 'large-print' });
  expect(call.now).toBe('step-4');
  await call.press('Save', { ...date('dated', '5', '3', '2026'), decision: 'refuse-to-assess', seen: 'yes' });
  expect(call.text('panel')).toContain('Mediation, certificate needed');
  expect(call.text('panel')).toContain('s.51(2)(a). A certificate comes first: s.55(3).');
  expect(call.text('panel')).toMatch(/Contact us by ✓ this call is in time Tue 5 May 2026 35 days left/);
  expect(call.text('panel')).toContain('appeal by Tue 5 May 2026 , 5pm. Send by Mon 27 Apr 2026');
  expect(call.text('dates-aloud')).toBe('Your date: Tue 5 May 2026, 5pm');
  expect(call.text('saved-aloud')).toMatch(
    /^Road: Mediation, certificate needed.* Contact us by Tue 5 May 2026, 35 days left, this call is in time\./,
  );
  await call.press('Save', { said: coreCodes });
  await call.press('Save', { appeal: 'yes' });
  await call.press('Save', { mediate: 'no' });
  expect(call.now).toBe('step-9');
  expect(call.text('read-back').replaceAll('\u2060', '')).toContain('O-K-A-F-O-R');
  await call.press('Prepare certificate for the post', { readBack: ['names', 'way'] });

  expect(call.text()).toContain('Certificate ready to print and post');
  expect(call.text('say')).toContain(
    'Send the appeal by Monday 27 April 2026 Appeal, received by 5pm on Tuesday 5 May',
  );
  expect(call.text('ended')).toContain('Print the pack');
  const id = idOf(call.url);
  const { row: found, facts, certificates } = await caseOf(id);
  expect(found).toMatchObject({
    contact_on: '2026-03-31',
    road: 'mediation',
    owner_account_id: desk.adviser.accountId,
  });
  expect(certificates).toMatchObject([{ state: 'prepared', dated: '2026-03-31', limb: 'information' }]);
  expect(facts).toEqual(
    expect.arrayContaining([
      'contact-made',
      'information-given',
      'wish-to-appeal-said',
      'wish-to-mediate-said',
      'certificate-prepared',
    ]),
  );
  expect(await row(id)).toMatchObject({ outcome: 'certificate-prepared', answers: {} });
});

test('Sarah is unhappy with the named school alone: no certificate is needed, and the hard date is said', async () => {
  clock.set('2026-04-09T11:00:00+01:00');
  const call = await callOf();
  await call.press('Save', {
    ...hannah,
    service: 'mediation',
    firstNames: 'Sarah',
    lastName: 'Linton',
    childFirstNames: 'Maya',
    childLastName: 'Linton',
    ...date('born', '8', '3', '2015'),
    email: 'sarah@family.example',
    safe: 'email',
    ...date('dated', '13', '2', '2026'),
    decision: 'plan-contents',
    sections: 'I',
    phase: 'yes',
    said: coreCodes,
    appeal: 'yes',
  });
  expect(call.now).toBe('step-7');
  const beside = call.text('panel');
  expect(beside).toContain('Section I only: no certificate needed');
  expect(beside).toContain('Mon 13 Apr 2026, 5pm 4 days left');
  expect(beside).not.toContain('Contact us by');
  expect(beside).toContain('B and F may decide the placement');
  await call.press('Save', { mediate: 'no' });
  await call.press('End: no certificate needed');
  const { row: found, certificates, clocks } = await caseOf(idOf(call.url));
  expect(found).toMatchObject({ road: 'placement-only', contact_on: '2026-04-09', phase_transfer: true });
  expect(certificates).toEqual([]);
  expect(clocks).toContainEqual({ kind: 'appeal', deadline: '2026-04-13', state: 'running' });
  expect(call.text()).toContain('Monday 13 April 2026');
});

const ready = {
  ...hannah,
  service: 'mediation',
  email: 'hannah@family.example',
  safe: 'email',
  ...date('dated', '5', '3', '2026'),
  decision: 'refuse-to-assess',
  said: coreCodes,
  appeal: 'yes',
};

test('the certificate goes by e-mail before the call ends; pressing twice, or twice at once, makes one', async () => {
  clock.set('2026-03-31T11:00:00+01:00');
  const call = await callOf();
  await call.press('Save', { ...ready, mediate: 'no', childFirstNames: 'Twice' });
  const again = Object.assign(telephone.window(desk.adviser), { body: call.body, url: call.url });
  await Promise.all([call.press('Issue certificate'), again.press('Issue certificate')]);
  expect([call.status, again.status]).toEqual([200, 200]);
  await Object.assign(telephone.window(desk.adviser), { body: '' }).open(call.url);
  const { certificates, facts } = await caseOf(idOf(call.url));
  expect(certificates).toMatchObject([{ state: 'issued', dated: '2026-03-31' }]);
  for (const once of ['contact-made', 'information-given', 'certificate-issued'])
    expect(facts.filter((code) => code === once)).toHaveLength(1);
});

test('the council is told before the call ends, in words that were read back', async () => {
  const call = await callOf();
  await call.press('Save', { ...ready, mediate: 'yes', childFirstNames: 'Wishes' });
  expect(call.now).toBe('step-8');
  await call.press('Tell the council');
  expect(call.status).toBe(422);
  expect(call.text()).toContain('Write down what they disagree with');
  expect(call.text()).toContain('Read it back, and tick when they agree');
  await call.press('Tell the council', { issues: 'They did not look at the school’s report.', agreed: 'yes' });
  expect(call.text()).toContain('The council is told');
  expect((await caseOf(idOf(call.url))).row.stage).toBe('authority-told');
});

test('thinking it over comes up again after five working days, unless they agree on another day', async () => {
  const call = await callOf();
  await call.press('Save', { ...ready, mediate: 'thinking', childFirstNames: 'Thinking' });
  expect(call.text('step-7')).toContain('Ring again by Thu 9 Apr 2026');
  await call.press('End, and ring again');
  const { row: found, clocks } = await caseOf(idOf(call.url));
  expect(found.stage).toBe('thinking');
  expect(clocks).toContainEqual({ kind: 'chase-decision', deadline: '2026-04-09', state: 'running' });
});

test('three calls are open at once, and none takes anything from another', async () => {
  const calls = [await callOf(), await callOf(), await callOf()];
  const names = ['Ama', 'Bea', 'Cyd'];
  for (const [index, call] of calls.entries())
    await call.press('Save', { service: 'mediation', firstNames: names[index] ?? '' });
  for (const [index, call] of calls.entries()) {
    await call.press('Save', { lastName: `Last${index}` });
    expect(call.text('panel')).toContain('Other calls are open:');
  }
  const kept = await Promise.all(calls.map(({ url }) => row(idOf(url))));
  expect(kept.map(({ answers }) => answers)).toMatchObject(
    names.map((firstNames, index) => ({ firstNames, lastName: `Last${index}` })),
  );
  const colleague = await telephone.window(desk.otherAdviser).open('/desk/calls');
  expect(colleague.text('open')).toContain('With Leah Brennan');
  expect(colleague.text()).not.toContain('Ama');
  expect((await colleague.open(calls[0]?.url ?? '')).status).toBe(404);
});

test('a window that fell behind is told, loses nothing, and can keep what was typed in it', async () => {
  const here = await callOf();
  const there = await telephone.window(desk.adviser).open(here.url);
  await here.press('Save', { service: 'mediation', firstNames: 'Saved' });
  await there.press('Save', { service: 'mediation', firstNames: 'Typed', lastName: 'Too' });
  expect(there.status).toBe(409);
  expect(there.text('clash')).toMatch(/2 Caller Saved\. Typed Too\./);
  expect(await row(idOf(here.url))).toMatchObject({ answers: { firstNames: 'Saved' } });
  await there.press('Keep what I typed here');
  expect(there.status).toBe(200);
  expect(await row(idOf(here.url))).toMatchObject({ answers: { firstNames: 'Typed', lastName: 'Too' } });
});

test('a window never stands in its own way, even when an answer to a save was lost', async () => {
  const call = await callOf();
  const before = Object.assign(telephone.window(desk.adviser), { body: call.body, url: call.url });
  await call.press('Save', { service: 'mediation' });
  await before.press('Save', { service: 'mediation', firstNames: 'Later' });
  expect(before.status).toBe(200);
});

test('a crash between two commands: the call is still open, its contact cannot be typed over, and pressing again goes on', async () => {
  const call = await callOf();
  await call.press('Save', { ...ready, mediate: 'no', childFirstNames: 'Crash' });
  const id = idOf(call.url);
  const broken = { ...telephone.program, makePapersNow: () => Promise.reject(new Error('the lights went out')) };
  const { finishCall } = await import('./commands-end.ts');
  await expect(finishCall(broken, desk.adviser, { callId: id, how: 'finish' })).rejects.toThrow('lights');
  expect(await row(id)).toMatchObject({ ended_at: null });
  await call.open(call.url);
  expect(call.text('step-2')).toContain('Recorded: change it in the case');
  await call.press('Save', { firstNames: 'Mallory', childLastName: 'Other' });
  expect(await row(id)).toMatchObject({ answers: { firstNames: 'Hannah', childLastName: 'Okafor' } });
  await call.press('Issue certificate');
  expect(call.text()).toContain('Certificate issued and sent by e-mail');
  const { certificates, facts } = await caseOf(id);
  expect(certificates).toHaveLength(1);
  expect(facts.filter((code) => code === 'contact-made')).toHaveLength(1);
});

test('a crash before the case is known to the call opens no second case', async () => {
  const call = await callOf();
  await call.press('Save', { ...ready, mediate: 'no', childFirstNames: 'Early' });
  const id = idOf(call.url);
  const { beginEnd } = await import('./commands.ts');
  const { contactOf } = await import('./contact-of-call.ts');
  const { recordContact } = await import('../referrals/commands.ts');
  const { hear } = await import('./questions.ts');
  const begun = await beginEnd(telephone.program, desk.adviser, id);
  const contact = contactOf(hear(begun.answers as Record<string, string>).heard, {
    actId: derivedId(begun.act_key, 'recordContact'),
    startedAt: clock.now(),
  });
  const first = await recordContact(telephone.program, desk.adviser, contact);
  await call.open(call.url);
  await call.press('Issue certificate');
  expect((await caseOf(id)).id).toBe('caseId' in first ? first.caseId : 'refused');
});

test('somebody we may know is rung back first, and only then the call goes on in their case', async () => {
  const earlier = await callOf();
  await earlier.press('Save', { ...ready, mediate: 'thinking', childFirstNames: 'Known' });
  await earlier.press('End, and ring again');
  const { row: found } = await caseOf(idOf(earlier.url));
  const call = await callOf();
  expect(call.has('known')).toBe(false);
  await call.press('Save', { service: 'mediation', ...hannah, childFirstNames: 'known' });
  expect(call.text('watch')).toContain('Do not say so. Ring the number on file before reading anything back');
  expect(call.body).not.toContain('07700');
  await call.press('Go on in that case', { lastName: 'Okafor-Typed' });
  expect(call.status).toBe(422);
  expect(call.text()).toContain('Choose who is calling');
  expect(await row(idOf(call.url))).toMatchObject({ answers: { lastName: 'Okafor-Typed' }, ended_at: null });
  const holder = await desk.look((tx) =>
    tx.selectFrom('participations').select('id').where('case_id', '=', found.id).executeTakeFirstOrThrow(),
  );
  const id = idOf(call.url.replace('/identity', ''));
  await call.press('Go on in that case', {
    holder: holder.id,
    identity: 'rang-the-number-on-file',
    issues: 'The plan names\nno speech therapy.',
    quiet: 'after 7pm',
    'dated-day': '31',
    'dated-month': '2',
    'dated-year': '2026',
  });
  expect(call.url).toBe(`/desk/calls/${id}`);
  expect(call.body).toContain(`href="/desk/cases/${found.reference}"`);
  const { facts } = await caseOf(id);
  expect(facts).toContain('identity-checked');
  expect(await row(id)).toMatchObject({ outcome: 'linked', case_id: found.id });
  for (const typed of ['Okafor-Typed', 'The plan names no speech therapy.', 'after 7pm', '31 2 2026'])
    expect(call.text('typed')).toContain(typed);
  expect(call.text('typed')).toContain('let go on Tue 14 Apr 2026');
  const another = await telephone.window(desk.otherAdviser).open(`/desk/calls/${id}`);
  expect(another.status).toBe(404);
  // Whoever works the case reads it there, with who took the call and when.
  const casePage = telephone.window(desk.otherAdviser);
  await casePage.open(`/desk/cases/${found.reference}`);
  for (const typed of [
    'Okafor-Typed',
    'The plan names no speech therapy.',
    'after 7pm',
    `taken by ${desk.adviser.name}`,
  ])
    expect(casePage.text('calls')).toContain(typed);
  expect(casePage.text('calls')).toContain('Tue 31 Mar 2026');
  expect(JSON.stringify(await desk.look((tx) => tx.selectFrom('facts').select('data').execute()))).not.toContain(
    'therapy',
  );
  clock.set('2026-04-14T11:00:00+01:00');
  expect((await telephone.window(desk.adviser).open('/desk/calls')).body).toContain(`href="/desk/calls/${id}"`);
  await sweepCalls(telephone.program, desk.serviceId);
  expect(await row(id)).toMatchObject({ outcome: 'linked', answers: {} });
  await call.open(`/desk/calls/${id}`);
  expect(call.has('typed')).toBe(false);
  await casePage.open(casePage.url);
  expect(casePage.has('calls')).toBe(false);
  clock.set('2026-03-31T11:00:00+01:00');
});

test('who rings for SENDIASS is put through, and nothing of it is kept', async () => {
  const call = await callOf();
  await call.press('Save', { service: 'sendiass' });
  expect(call.has('step-2')).toBe(false);
  expect(call.text()).toContain('nothing you tell one is told to the other');
  await call.press('Put through');
  expect(call.text()).toContain('Put through to SENDIASS');
  expect(await row(idOf(call.url))).toMatchObject({ outcome: 'transferred', answers: {}, case_id: null });
});

test('somebody who rings for another can be recorded; information and wishes wait for whoever holds the right', async () => {
  const call = await callOf();
  await call.press('Save', {
    ...hannah,
    service: 'mediation',
    firstNames: 'Gran',
    who: 'for-somebody',
    helper: 'supporter',
    holderIs: 'parent',
    holderFirstNames: 'Hannah',
    holderLastName: 'Okafor',
    childFirstNames: 'Gran’s',
    phone: '07700 900123',
    said: coreCodes,
    mediate: 'no',
  });
  await call.press('Record the contact');
  const { facts, id } = await caseOf(idOf(call.url));
  expect(facts).not.toContain('information-given');
  expect(facts).not.toContain('wish-to-mediate-said');
  const people = await desk.look((tx) =>
    tx
      .selectFrom('participations')
      .innerJoin('people', 'people.id', 'person_id')
      .select(['capacity', 'right_holder', 'first_names'])
      .where('case_id', '=', id)
      .orderBy('capacity')
      .execute(),
  );
  expect(people).toEqual([
    { capacity: 'parent', right_holder: true, first_names: 'Hannah' },
    { capacity: 'supporter', right_holder: false, first_names: 'Gran' },
  ]);
});

test('a late caller is not turned away: the contact counts, and a manager decides', async () => {
  clock.set('2026-06-01T10:00:00+01:00');
  const call = await callOf();
  await call.press('Save', { ...ready, mediate: 'no', childFirstNames: 'Late' });
  expect(call.text('panel')).toContain('this call is late');
  expect(call.text('panel')).toContain('no extra month as of right');
  await call.press('End, and ask a manager');
  expect(call.text()).toContain('We tell them so in writing too, today.');
  const { certificates, row: found } = await caseOf(idOf(call.url));
  expect([certificates.length, found.contact_on]).toEqual([0, '2026-06-01']);
  telephone.settings({ lateContact: 'do-not-issue' });
  const other = await callOf();
  await other.press('Save', { ...ready, mediate: 'no', childFirstNames: 'Later' });
  await other.press('no certificate after a late contact');
  expect(other.text()).toContain('no certificate is issued');
  telephone.settings({ lateContact: 'manager-decides' });
});

test('an administrator takes the contact; the information is an adviser’s to give, and the contact is not lost over it', async () => {
  clock.set('2026-03-31T11:00:00+01:00');
  const call = await callOf(desk.administrator);
  await call.press('Save', { ...ready, mediate: 'no', childFirstNames: 'Admin' });
  await call.press('Issue certificate');
  expect(call.status).toBe(422);
  expect(call.text('step-5')).toContain('Only a mediation adviser can give this information');
  await call.press('Record what we have');
  const { facts } = await caseOf(idOf(call.url.replace('/end', '')));
  expect(facts).toContain('contact-made');
  expect(facts).not.toContain('information-given');
});

test('a slip is shown at its field and keeps every answer; a refused contact can be put right', async () => {
  const call = await callOf();
  await call.press('Save', {
    ...ready,
    mediate: 'no',
    childFirstNames: 'Slip',
    ...date('dated', '31', '2', '2026'),
    phone: '123',
  });
  expect(call.now).toBe('step-3');
  expect(call.text('step-4')).toContain('February has only 28 days');
  expect(call.text('saved-aloud')).toContain('Step 4, Letter: February has only 28 days. Look at the day again. ');
  await call.press('Save', { ...date('dated', '5', '3', '2027'), phone: '' });
  expect(call.status).toBe(200);
  await call.press('Issue certificate');
  expect(call.status).toBe(422);
  expect(call.text('step-4')).toContain('The date on the letter is after the contact');
  await call.press('Issue certificate', date('dated', '5', '3', '2026'));
  expect(call.text()).toContain('Certificate issued and sent by e-mail');
});

test('a whole report pasted into one field is refused there, and everything else that was typed is kept', async () => {
  const call = await callOf();
  const report = 'Zażółć: he needs help every day, and at night.\r\n'.repeat(11_000);
  await call.press('Save', { ...ready, mediate: 'yes', childFirstNames: 'Report', issues: report, agreed: 'yes' });
  expect(call.text('step-8')).toContain('too long');
  expect(await row(idOf(call.url))).toMatchObject({ answers: { childFirstNames: 'Report', lastName: ready.lastName } });
  await call.press('Tell', {});
  expect(call.status).toBe(422);
  expect(call.text('step-8')).toContain('too long');
  await call.press('Tell', { issues: 'He needs help every day.' });
  expect(call.text()).toContain('told');
});

test('the draft is saved as it is typed, and the page comes back with what stands beside it', async () => {
  const call = await callOf();
  const id = idOf(call.url);
  const token = /name="_csrf" value="([^"]+)"/.exec(call.body)?.[1] ?? '';
  const seen = /name="_version" id="version" value="(\d+)"/.exec(call.body)?.[1] ?? '';
  const answer = await telephone.server.inject({
    method: 'POST',
    url: `/desk/calls/${id}/draft`,
    headers: {
      host: 'ground.example',
      cookie: `who=${desk.adviser.accountId}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: new URLSearchParams({
      _csrf: token,
      seen,
      decision: 'refuse-to-assess',
      ...date('dated', '5', '3', '2026'),
    }).toString(),
  });
  expect(answer.statusCode).toBe(200);
  expect(answer.body).toContain('Mediation, certificate needed');
  expect(answer.body).toContain('✓ Saved 11:00:00am');
  expect(answer.body).toContain('name="_version" id="version" value="2"');
});

test('a call that was cut off stays open in the list, and its contact still counts from the ring', async () => {
  clock.set('2026-03-30T16:20:00+01:00');
  const call = await callOf();
  const { url } = call;
  await call.press('Rang off', { ...ready, childFirstNames: 'Cut' });
  expect(call.text('open')).toContain('Rang off at 4:20pm: ring back');
  clock.set('2026-03-31T09:10:00+01:00');
  await call.open(url);
  await call.press('Finish', { mediate: 'no' });
  const { row: found, certificates } = await caseOf(idOf(url));
  expect([found.contact_on, certificates[0]?.dated]).toEqual(['2026-03-30', '2026-03-31']);
});

test('the safe word: yes or no at a call, a few tries, nothing of the case before, and nothing of what was said after', async () => {
  const earlier = await callOf();
  await earlier.press('Save', {
    ...ready,
    mediate: 'thinking',
    childFirstNames: 'Worded',
    email: 'worded@family.example.org',
  });
  await earlier.press('End, and ring again');
  const { row: found } = await caseOf(idOf(earlier.url));
  const holder = await desk.look((tx) =>
    tx.selectFrom('participations').select('id').where('case_id', '=', found.id).executeTakeFirstOrThrow(),
  );
  await setSafeWord(telephone.program, desk.adviser, {
    actId: newId(),
    caseId: found.id,
    participationId: holder.id,
    word: 'Quixotic lantern',
    provedBy: 'in-person',
  });
  const call = await callOf();
  const id = idOf(call.url);
  await call.press('Save', { service: 'mediation', ...hannah, childFirstNames: 'worded' });
  const nothingOfTheCase = /worded@family|07700|Thinking it over since|CG-C/;
  expect(call.body).not.toMatch(nothingOfTheCase);
  const identify = (safeWord: string) =>
    call.press('Go on in that case', { holder: holder.id, identity: 'safe-word', safeWord });
  await identify('');
  expect(call.text()).toContain('Type what they say as the safe word');
  await identify('quixotic lighthouse');
  expect(call.status).toBe(422);
  expect(call.text()).toContain('That is not the safe word. 2 more tries are left today');
  expect(call.body).not.toMatch(/lighthouse/);
  expect(call.body).not.toMatch(nothingOfTheCase);
  expect(JSON.stringify(await row(id))).not.toMatch(/quixotic/i);
  expect((await row(id)).case_id).toBeNull();
  await identify('QUIXOTIC lantern');
  expect(call.url).toBe(`/desk/calls/${id}`);
  expect(call.text('typed')).not.toMatch(/quixotic/i);
  expect(JSON.stringify(await row(id))).not.toMatch(/quixotic/i);
  expect(await row(id)).toMatchObject({ outcome: 'linked' });
});
