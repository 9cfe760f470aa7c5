// A family's own pages, asked for as a browser would: what they show at each moment of a case, and what they never show to anybody else.
import { expect, test, describe } from 'vitest';
import { migrations } from '../../../database/migrations/index.ts';
import type { Tables } from '../../../database/tables.ts';
import { day } from '../../../test/support/contact.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { makeHome } from './fixtures/home.ts';
import { newId } from '../../kit/ids.ts';
import { leaveCase } from '../../people/commands.ts';
import { decideLateContact, prepareCertificateForPost } from '../../certificates/commands.ts';
import { correctCertificate, withdrawCertificate } from '../../certificates/putting-right.ts';

const database = await openTestDatabase<Tables>(migrations);
const START = '2026-03-31T10:20:00+01:00';
const home = await makeHome(database, START);
const { desk, clock, get, press, post, open, advise, issue, join } = home;
const at = (reference: string, page = '') => `/my-case/${reference}${page}`;
const at10 = (iso: string) => clock.set(`${iso}T10:00:00+01:00`);

describe('the page, as the case goes on', () => {
  test('before anything was explained: ring us, and both dates with their reasons', async () => {
    clock.set(START);
    const mine = await open();
    const page = await get(mine.who, at(mine.reference));
    expect(page.status).toBe(200);
    expect(page.text).toContain('Working things out for Tobi');
    expect(page.text).toContain('Done: You rang us Tuesday 31 March 2026');
    expect(page.text).toContain('Hear about mediation from us');
    expect(page.text).toContain('Send it by Monday 27 April 2026');
    expect(page.text).toContain('Received by 5pm on Tuesday 5 May 2026');
    expect(page.text).toContain('Your certificate has not been issued yet');
    expect(page.body.match(/card--brand/g)).toHaveLength(1);
  });

  test('declined, then issued: first the day of the certificate, then the two dates in the one teal card', async () => {
    clock.set(START);
    const mine = await open();
    await advise(mine, 'no');
    const waiting = await get(mine.who, at(mine.reference));
    expect(waiting.text).toContain('Your certificate is coming');
    expect(waiting.text).toContain('We send it by Tuesday 7 April 2026');

    await issue(mine);
    const page = await get(mine.who, at(mine.reference));
    expect(page.text).toContain('Your next step If you want to appeal');
    expect(page.text).toContain('Your certificate was issued, dated Tuesday 31 March 2026.');
    expect(page.text).toContain('Certificate in large print');
    expect(page.text).toContain('What to do with your certificate');
    expect(page.text).not.toMatch(/another month|one more month/i);
    expect(page.body.match(/card--brand/g)).toHaveLength(1);
  });

  test('the safe day has come: send it today; the last moment is over: kindly, and never a dead end', async () => {
    clock.set(START);
    const mine = await open();
    await advise(mine, 'no');
    await issue(mine);
    at10('2026-04-28');
    expect((await get(mine.who, at(mine.reference))).text).toContain('If you want to appeal, send it today');
    at10('2026-05-05');
    expect((await get(mine.who, at(mine.reference))).text).toContain('If you want to appeal, send it today');
    at10('2026-05-06');
    const over = await get(mine.who, at(mine.reference));
    expect(over.text).toContain('The time for an appeal has ended');
    expect(over.text).toContain('ask the Tribunal’s permission to appeal late');
    expect(over.text).not.toContain('Send it by Monday 27 April 2026 Why');
  });

  test('in time, two months over, no certificate yet: the date is set with the certificate, and nothing is called missed', async () => {
    clock.set(START);
    const mine = await open();
    await advise(mine, 'yes');
    at10('2026-05-20');
    const page = await get(mine.who, at(mine.reference));
    expect(page.text).toContain(
      'Two months ended on Tuesday 5 May 2026. You contacted us in time. Your date is set when the certificate is issued.',
    );
    expect(page.text).not.toMatch(/missed|too late|Received by 5pm/);
  });

  test('contact after the two months: send it now, ask permission, no date as of right', async () => {
    at10('2026-05-20');
    const mine = await open({ reachedAt: clock.now(), channel: 'email' });
    await advise(mine, 'no');
    const page = await get(mine.who, at(mine.reference));
    expect(page.text).toContain('Send your appeal now');
    expect(page.text).toContain('ended on Tuesday 5 May 2026');
    expect(page.text).not.toMatch(/Received by 5pm|Send it by|another month/);
  });

  test('a manager decides against a certificate: the page says so, and promises none', async () => {
    at10('2026-05-20');
    const mine = await open({ reachedAt: clock.now(), channel: 'email' });
    await advise(mine, 'yes');
    const { caseId, participationId } = mine;
    await decideLateContact(home.program, desk.manager, { actId: newId(), caseId, participationId, issue: false });
    const page = await get(mine.who, at(mine.reference));
    expect(page.text).toContain('We do not issue a certificate then');
    expect(page.text).toContain('You contacted us after the two months, and we do not issue a certificate.');
    expect(page.text).not.toMatch(/send my certificate/);
  });

  test('Section I only: two months, no certificate needed, and a word about B and F', async () => {
    clock.set(START);
    const mine = await open({
      decision: {
        kind: 'placement',
        sections: ['I'],
        dated: day('2026-03-05'),
        sent: day('2026-03-05'),
        received: null,
        letterSeen: true,
      },
    });
    await advise(mine, 'no');
    const page = await get(mine.who, at(mine.reference));
    expect(page.text).toContain('you need no certificate');
    expect(page.text).toContain('If sections B or F are wrong too, ring us');
    expect(page.text).toContain('Received by 5pm on Tuesday 5 May 2026');
    expect(page.text).not.toContain('Your certificate To come');
  });

  test('a young person reads about themselves', async () => {
    clock.set(START);
    const mine = await open({
      rightHolder: { firstNames: 'Ada', lastName: 'Moss', capacity: 'young-person', points: [] },
      child: { firstNames: 'Ada', lastName: 'Moss', born: day('2008-01-01') },
    });
    const page = await get(mine.who, at(mine.reference));
    expect(page.text).toContain('Working things out for you');
    expect(page.text).not.toMatch(/your child|for Ada/i);
  });

  test('a carer reads of the child, and not of a child of theirs', async () => {
    clock.set(START);
    const mine = await open({
      rightHolder: { firstNames: 'Joan', lastName: 'Price', capacity: 'carer', points: [] },
      child: { firstNames: 'Kai', lastName: 'Reed' },
    });
    const page = await get(mine.who, at(mine.reference));
    expect(page.text).toContain('The child or young person Kai');
    expect(page.text).not.toMatch(/your child/i);
  });

  test.each(['/my-case', '/my-case/details'])('%s opens', async (url) => {
    clock.set(START);
    const mine = await open();
    const page = await get(mine.who, url);
    if (url === '/my-case') expect(page.location).toBe(at(mine.reference));
    else expect(page.text).toContain('hannah@family.example We may write or leave a message here');
  });

  test('no title, and nothing a browser keeps, holds a name; nobody may keep a copy', async () => {
    clock.set(START);
    const mine = await open();
    await advise(mine, 'no');
    await issue(mine);
    for (const url of [
      at(mine.reference),
      at(mine.reference, '/certificate'),
      at(mine.reference, '/no-mediation'),
      '/my-case/details',
    ]) {
      const page = await get(mine.who, url);
      expect(/<title>(.*)<\/title>/.exec(page.body)?.[1]).not.toMatch(/Tobi|Okafor|Hannah/);
      expect(page.headers['cache-control']).toBe('no-store');
    }
  });

  test('the page asks the database four times', async () => {
    clock.set(START);
    const mine = await open();
    await advise(mine, 'no');
    await issue(mine);
    await get(mine.who, at(mine.reference));
    expect(home.queries()).toBe(4);
  });
});

describe('the certificate and the letters', () => {
  async function certified() {
    clock.set(START);
    const mine = await open();
    await advise(mine, 'no');
    await issue(mine);
    const { id: certificateId } = await desk.look((tx) =>
      tx.selectFrom('certificates').select('id').where('case_id', '=', mine.caseId).executeTakeFirstOrThrow(),
    );
    return { ...mine, certificateId };
  }
  const links = (body: string, kind: string) =>
    [...body.matchAll(new RegExp(`href="([^"]*/${kind}/[^"]*)"`, 'g'))].map(([, to]) => to ?? '');

  test('the page equals the paper, and both formats can be kept', async () => {
    const mine = await certified();
    const page = await get(mine.who, at(mine.reference, '/certificate'));
    expect(page.text).toContain('Section 55(4) of the Children and Families Act 2014');
    expect(page.text).toContain('Hannah Okafor');
    expect(page.text).toContain('How anybody can check it');
    const papers = links(page.body, 'papers');
    expect(papers).toHaveLength(3);
    for (const url of papers) {
      const { status, headers, body } = await get(mine.who, url);
      expect([status, headers['content-type'], body.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-']);
      expect(headers['content-disposition']).not.toMatch(/Okafor|Tobi/);
    }
  });

  test('a letter can be read as it was sent', async () => {
    const mine = await certified();
    const { body } = await get(mine.who, at(mine.reference));
    const letter = /href="([^"]*)"><strong>Certificate and covering letter/.exec(body)?.[1] ?? '';
    const page = await get(mine.who, letter);
    expect(page.text).toContain('Your mediation certificate');
    expect(page.text).toContain('Sent by e-mail to hannah@family.example on Tuesday 31 March 2026');
    const { body_text: sent } = await desk.look((tx) =>
      tx
        .selectFrom('letters')
        .select('body_text')
        .where('id', '=', letter.split('/').at(-1) ?? '')
        .executeTakeFirstOrThrow(),
    );
    const words = (text: string) =>
      text
        .replace(/[-\s]+/g, ' ')
        .replace(/ ([.,:;])/g, '$1')
        .trim();
    expect(words(page.text)).toContain(words(sent.split('\n\n').slice(1).join(' ')));
  });

  test('a corrected certificate replaces the one before, whose papers are gone', async () => {
    const mine = await certified();
    const before = links((await get(mine.who, at(mine.reference, '/certificate'))).body, 'papers');
    await database.kysely
      .updateTable('children')
      .set({ last_name: 'Okafor-Reid' })
      .where('case_id', '=', mine.caseId)
      .execute();
    const corrected = await correctCertificate(home.program, desk.adviser, {
      actId: newId(),
      caseId: mine.caseId,
      certificateId: mine.certificateId,
    });
    expect(corrected).toMatchObject({ done: true });
    await home.drain();
    const page = await get(mine.who, at(mine.reference, '/certificate'));
    expect(page.text).toContain('This certificate was corrected.');
    expect(page.text).toContain('Okafor-Reid');
    expect((await Promise.all(before.map((url) => get(mine.who, url)))).map(({ status }) => status)).toEqual([
      404, 404, 404,
    ]);
  });

  test('a withdrawn certificate says so and is not shown', async () => {
    const mine = await certified();
    const withdrawn = await withdrawCertificate(home.program, desk.manager, {
      actId: newId(),
      caseId: mine.caseId,
      certificateId: mine.certificateId,
      why: 'wish-not-stated',
      toldOn: '2026-03-31',
      told: 'call',
      toldThat: ['not-to-use-it'],
      replacement: 'not-wanted',
      limb: 'information',
    });
    expect(withdrawn).toMatchObject({ done: true });
    const page = await get(mine.who, at(mine.reference, '/certificate'));
    expect(page.text).toContain('Your certificate was withdrawn');
    expect(page.text).not.toContain('Section 55(4)');
    expect(links(page.body, 'papers')).toEqual([]);
    expect((await get(mine.who, at(mine.reference))).text).toContain('Please ring us about your certificate');
  });

  test('a certificate that waits to be posted is not there yet: no page, no paper, no letter', async () => {
    clock.set(START);
    const mine = await open({
      rightHolder: {
        firstNames: 'Hannah',
        lastName: 'Okafor',
        capacity: 'parent',
        points: [{ kind: 'post', value: 'CH41 0ZZ', postalLines: ['14 Example Road', 'CH41 0ZZ'], messageSafe: true }],
      },
    });
    await advise(mine, 'no');
    const { caseId, participationId } = mine;
    expect(
      await prepareCertificateForPost(home.program, desk.adviser, {
        actId: newId(),
        caseId,
        participationId,
        limb: 'information',
      }),
    ).toMatchObject({ done: true });
    await home.drain();
    expect((await get(mine.who, at(mine.reference, '/certificate'))).status).toBe(404);
    const page = await get(mine.who, at(mine.reference));
    expect([...links(page.body, 'papers'), ...links(page.body, 'letters')]).toEqual([]);
    const papers = await desk.look((tx) =>
      tx.selectFrom('papers').select('id').where('case_id', '=', caseId).execute(),
    );
    expect(papers.length).toBeGreaterThan(0);
    for (const { id } of papers) expect((await get(mine.who, at(mine.reference, `/papers/${id}`))).status).toBe(404);
  });
});

describe('one button', () => {
  const standing = (caseId: string) =>
    desk.look((tx) => tx.selectFrom('cases').select('stage').where('id', '=', caseId).executeTakeFirstOrThrow());

  test('“I no longer want mediation, send my certificate” starts three working days, once, however often it is pressed', async () => {
    clock.set(START);
    const mine = await open();
    await advise(mine, 'yes');
    const url = at(mine.reference, '/no-mediation');
    const asked = await get(mine.who, url);
    expect(asked.text).toContain('We send your certificate within three working days: by Tuesday 7 April 2026.');
    const token = /name="_csrf" value="([^"]*)"/.exec(asked.body)?.[1] ?? '';
    const act = /name="_act" value="([^"]*)"/.exec(asked.body)?.[1] ?? '';
    const form = { _csrf: token, _act: act };
    const [first, second] = [await post(mine.who, url, form), await post(mine.who, url, form)];
    expect(first.location).toBe(`${at(mine.reference)}?done=no-mediation`);
    expect(second.location).toBe(first.location);
    expect((await get(mine.who, url)).text).toContain('You told us already');
    expect((await standing(mine.caseId)).stage).toBe('certificate-due');
    const wishes = await desk.look((tx) =>
      tx
        .selectFrom('wishes')
        .select(['answer', 'channel', 'taken_by'])
        .where('case_id', '=', mine.caseId)
        .where('about', '=', 'mediation')
        .orderBy('said_at')
        .orderBy('id')
        .execute(),
    );
    expect(wishes.at(-1)).toEqual({ answer: 'no', channel: 'page', taken_by: null });
    expect(wishes).toHaveLength(2);
    const page = await get(mine.who, first.location ?? '');
    expect(page.text).toContain('We have written down that you do not want mediation.');
    expect(page.text).toContain('We send it by Tuesday 7 April 2026');
  });

  test('once the meeting has started it explains, and does nothing', async () => {
    clock.set(START);
    const mine = await open();
    await advise(mine, 'yes');
    const url = at(mine.reference, '/no-mediation');
    const form = await get(mine.who, url);
    await database.kysely
      .insertInto('milestones')
      .values({
        id: newId(),
        service_id: desk.serviceId,
        case_id: mine.caseId,
        kind: 'meeting',
        on_day: '2026-03-31',
        at: '2026-03-31T09:00:00Z',
        recorded_at: '2026-03-31T09:00:00Z',
      })
      .execute();
    expect((await get(mine.who, url)).text).toContain('The meeting has started. You can still leave at any time');
    const hidden = Object.fromEntries(
      [...form.body.matchAll(/<input type="hidden" name="(_csrf|_act)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, value],
      ),
    );
    const pressed = await post(mine.who, url, hidden);
    expect(pressed.status).toBe(422);
    expect((await standing(mine.caseId)).stage).toBe('wants-mediation');
  });

  test('mediation after all, with a certificate in hand: the certificate stays', async () => {
    clock.set(START);
    const mine = await open();
    await advise(mine, 'no');
    await issue(mine);
    const url = at(mine.reference, '/mediation');
    expect((await get(mine.who, url)).text).toContain('Your certificate stays as it is.');
    expect((await press(mine.who, url)).location).toBe(`${at(mine.reference)}?done=mediation`);
    expect((await standing(mine.caseId)).stage).toBe('wants-mediation');
    expect((await get(mine.who, at(mine.reference, '/certificate'))).status).toBe(200);
    expect((await get(mine.who, at(mine.reference))).text).toContain('Received by 5pm on Tuesday 5 May 2026');
  });

  test('without information given first, no day is promised', async () => {
    clock.set(START);
    const mine = await open();
    const page = await get(mine.who, at(mine.reference, '/no-mediation'));
    expect(page.text).toContain('The law asks us to tell you about mediation first.');
    expect(page.text).not.toContain('by Tuesday 7 April');
  });

  test.each([{ act: '' }, { act: 'not-an-id' }])('a form with the act "$act" is no form of ours', async ({ act }) => {
    clock.set(START);
    const mine = await open();
    const sent = await press(mine.who, at(mine.reference, '/no-mediation'), { _act: act });
    expect(sent.status).toBe(400);
  });
});

describe('the wall', () => {
  async function twoParents() {
    clock.set(START);
    const hannah = await open({ wishes: { appeal: 'yes' } });
    const ben = await join(
      hannah,
      {
        firstNames: 'Ben',
        lastName: 'Canary',
        capacity: 'other-parental-responsibility',
        points: [{ kind: 'email', value: 'ben@other.example', messageSafe: true }],
      },
      true,
    );
    await advise(hannah, 'no');
    await issue(hannah);
    return { hannah, ben };
  }

  test('the other parent sees the case and the child, and nothing that is the first parent’s', async () => {
    const { hannah, ben } = await twoParents();
    const pages = await Promise.all([
      get(ben.who, at(ben.reference)),
      get(ben.who, '/my-case/details'),
      get(ben.who, at(ben.reference, '/no-mediation')),
    ]);
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200]);
    for (const { body } of pages) {
      expect(body).not.toMatch(
        /Hannah|hannah@family|rang us|certificate was issued|You said you do not want|You told us you wish/,
      );
    }
    expect(pages[0]?.text).toContain('Working things out for Tobi');
    expect(pages[0]?.text).toContain('There are no documents yet');
    expect((await get(hannah.who, at(hannah.reference))).body).not.toMatch(/Ben|Canary|ben@other/);
  });

  test('guessing gives the same nothing: another’s certificate, letter, paper, reference', async () => {
    const { hannah, ben } = await twoParents();
    const stranger = await open({ child: { firstNames: 'Zed', lastName: 'Other', born: null } });
    const own = await get(hannah.who, at(hannah.reference));
    const theirs = [...own.body.matchAll(/href="(\/my-case\/[^"]*\/(?:papers|letters)\/[^"]*)"/g)].map(
      ([, to]) => to ?? '',
    );
    expect(theirs.length).toBeGreaterThanOrEqual(4);
    const nothing = await get(hannah.who, '/my-case/0000 0000/nothing');
    for (const url of [...theirs, at(hannah.reference, '/certificate')]) {
      const guessed = await get(ben.who, url);
      expect([guessed.status, guessed.body]).toEqual([404, nothing.body]);
    }
    for (const url of [
      hannah.reference,
      'ZZZZZZZZ',
      'x',
      '0000%2F',
      `${hannah.reference}/letters/${newId()}`,
      `${hannah.reference}/papers/1`,
    ]) {
      const guessed = await get(stranger.who, `/my-case/${url}`);
      expect([url, guessed.status, guessed.body]).toEqual([url, 404, nothing.body]);
    }
    // A paper of one's own is not there under somebody else's case either.
    const [paper = ''] = theirs;
    expect((await get(hannah.who, paper.replace(hannah.reference, stranger.reference))).status).toBe(404);
  });

  test('somebody whose part has ended sees nothing', async () => {
    const { hannah, ben } = await twoParents();
    expect(
      await leaveCase(home.program, desk.adviser, {
        actId: newId(),
        caseId: ben.caseId,
        participationId: ben.participationId,
      }),
    ).toMatchObject({ done: true });
    for (const page of ['', '/no-mediation', '/mediation', '/certificate'])
      expect((await get(ben.who, at(hannah.reference, page))).status).toBe(404);
    const list = await get(ben.who, '/my-case');
    expect([list.status, list.text]).toEqual([200, expect.stringContaining('You have no open page')]);
  });

  test('a supporter sees no dates, no choice and no certificate', async () => {
    const { hannah } = await twoParents();
    const friend = await join(
      hannah,
      { firstNames: 'Freya', lastName: 'Friend', capacity: 'supporter', points: [] },
      false,
    );
    const page = await get(friend.who, at(friend.reference));
    expect(page.text).toContain('You are helping somebody');
    expect(page.text).not.toMatch(/Received by|Send it by|I no longer want|Hannah/);
    const pressed = await get(friend.who, at(friend.reference, '/no-mediation'));
    expect(pressed.text).toContain('This choice belongs to somebody else');
    expect(pressed.body).not.toContain('<form id');
    expect(pressed.body).not.toContain('name="_act"');
  });

  test('somebody sets a safe word on their own page, which never shows it again; a supporter has none to set', async () => {
    const { hannah } = await twoParents();
    const url = at(hannah.reference, '/safe-word');
    const short = await press(hannah.who, url, { word: 'Quix' });
    expect(short.text).toContain('Choose a word or two with five letters or figures at least');
    expect(short.body).not.toContain('Quix"');
    expect((await press(hannah.who, url, { word: 'Quixotic lantern' })).location).toBe(
      `${at(hannah.reference)}?done=safe-word`,
    );
    const page = await get(hannah.who, `${at(hannah.reference)}?done=safe-word`);
    expect(page.text).toContain('You set a safe word. When you ring us, we ask for it.');
    expect(page.body).not.toMatch(/quixotic|lantern/i);
    const friend = await join(hannah, { firstNames: 'Sol', lastName: 'Marsh', capacity: 'supporter' }, false);
    expect((await get(friend.who, at(friend.reference, '/safe-word'))).status).toBe(404);
  });

  test.each(['adviser', 'administrator', 'manager'] as const)('to the %s these pages are not there', async (role) => {
    const { hannah } = await twoParents();
    expect((await get(desk[role], '/my-case')).location).toBe('/desk');
    for (const url of ['/my-case/details', at(hannah.reference), at(hannah.reference, '/certificate')]) {
      const page = await get(desk[role], url);
      expect(page.status).toBe(404);
      expect(page.body).not.toMatch(/Hannah|Tobi/);
    }
  });

  test('nobody signed in is asked to sign in, and told nothing', async () => {
    const { hannah } = await twoParents();
    const nobody = { kind: 'visitor', serviceId: desk.serviceId } as const;
    for (const url of ['/my-case', at(hannah.reference), at('ZZZZZZZZ')])
      expect((await get(nobody, url)).location).toBe('/sign-in');
  });

  test('every look is noted', async () => {
    clock.set(START);
    const mine = await open();
    await get(mine.who, at(mine.reference));
    await get(mine.who, '/my-case/details');
    const looks = await desk.look((tx) =>
      tx.selectFrom('looked').select('what').where('account_id', '=', mine.who.accountId).orderBy('id').execute(),
    );
    expect(looks.map(({ what }) => what).sort()).toEqual(['case', 'person']);
  });
});
