// What a transaction in a seat promises: the right role and identity, all or nothing, and nothing left behind.
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { onServer, openTestDatabase } from '../../../test/support/database.ts';
import {
  ConnectionTimeout,
  NotCommitted,
  TransactionEnded,
  isAccessRefused,
  isCheckViolation,
  isForeignKeyViolation,
  isLockTimeout,
  isStatementTimeout,
  isUniqueViolation,
} from './errors.ts';
import { askInSeat, asRole, inSeat } from './seat.ts';
import type { Seat, Tx } from './seat.ts';

interface Tables {
  notes: { id: number; owner: string; words: string };
  replies: { note: number };
  journal: { id: number };
}

const migrations = {
  '0001-notes': `
    do $$ declare r text; begin
      foreach r in array array['kit_person', 'kit_door'] loop
        if not exists (select from pg_roles where rolname = r) then execute format('create role %I nologin', r); end if;
      end loop;
    end $$;
    create table notes (id int primary key, owner text not null, words text not null constraint some_words check (words <> ''));
    create table replies (note int not null constraint reply_to_a_note references notes);
    create table journal (id int primary key);
    grant select, insert, update on notes, replies to kit_person;
    grant select, insert on journal to kit_door;
    alter table notes enable row level security, force row level security;
    create policy mine on notes to kit_person using (owner = nullif(current_setting('app.person', true), ''));
    create table quick (id int primary key);
    create function say(words text) returns table (words text, role text, person text)
      language sql stable as $$ select words, current_user::text, current_setting('app.person', true) $$;
    create function how_many_are_mine() returns bigint language sql stable as $$ select nullif(count(*), 0) from notes $$;
  `,
};

const db = await openTestDatabase<Tables>(migrations, { connections: 2, connectionTimeout: 2_000 });

const asPerson = (person: string): Seat => ({
  role: 'kit_person',
  settings: { 'app.person': person },
  readOnly: false,
});
const ann = asPerson('ann');
const identity = async (tx: Tx<Tables>) =>
  (
    await sql<{
      role: string;
      person: string | null;
    }>`select current_user as role, current_setting('app.person', true) as person`.execute(tx)
  ).rows[0];
const ids = async (seat: Seat) =>
  (await inSeat(db, seat, (tx) => tx.selectFrom('notes').select('id').orderBy('id').execute())).map((row) => row.id);
const write = (tx: Tx<Tables>, id: number, owner = 'ann') =>
  tx.insertInto('notes').values({ id, owner, words: 'word' }).execute();

describe('who acts', () => {
  test('the role and the settings hold inside', async () => {
    expect(await inSeat(db, ann, identity)).toEqual({ role: 'kit_person', person: 'ann' });
  });

  test('both are gone afterwards, on every connection', async () => {
    await inSeat(db, ann, identity);
    const after = await sql<{
      role: string;
      person: string | null;
    }>`select current_user as role, nullif(current_setting('app.person', true), '') as person`.execute(db.kysely);
    expect(after.rows[0]).toEqual({ role: 'postgres', person: null });
  });

  test('one person in the seat after another sees only their own rows', async () => {
    await inSeat(db, asPerson('bea'), (tx) => write(tx, 10, 'bea'));
    expect(await ids(asPerson('bea'))).toEqual([10]);
    expect(await ids(asPerson('cyd'))).toEqual([]);
    expect(await ids({ role: 'kit_person', settings: {}, readOnly: true })).toEqual([]);
  });

  test('what the database works out is set from the settings, as the person, and gone afterwards', async () => {
    const seat = (person: string): Seat => ({ ...asPerson(person), workedOut: { 'app.known': 'how_many_are_mine' } });
    const known = (tx: Tx<Tables>) =>
      sql<{ known: string }>`select current_setting('app.known', true) as known`
        .execute(tx)
        .then(({ rows }) => rows[0]);
    await inSeat(db, asPerson('zoe'), (tx) => write(tx, 15, 'zoe'));
    expect(await inSeat(db, seat('zoe'), known)).toEqual({ known: '1' });
    expect(await inSeat(db, seat('nobody'), known)).toEqual({ known: '' });
    expect(await inSeat(db, asPerson('zoe'), known)).not.toEqual({ known: '1' });
  });

  test.each(["o'brien", 'back\\slash', "'; drop table notes; --", "\\'", 'line\nbreak', '😀 ü', ''])(
    'a setting may hold %j',
    async (person) => {
      expect(await inSeat(db, asPerson(person), identity)).toEqual({ role: 'kit_person', person });
    },
  );

  test('a role or a setting with a strange name, or a zero character, is refused before anything is sent', async () => {
    await expect(inSeat(db, { ...ann, role: 'app; reset role' }, identity)).rejects.toThrow(TypeError);
    await expect(inSeat(db, { ...ann, settings: { "a'b": '' } }, identity)).rejects.toThrow(TypeError);
    await expect(inSeat(db, { ...ann, workedOut: { 'app.a': 'f(); --' } }, identity)).rejects.toThrow(TypeError);
    await expect(inSeat(db, asPerson('a\0b'), identity)).rejects.toThrow(TypeError);
  });

  test('a reading seat cannot write', async () => {
    await expect(inSeat(db, { ...ann, readOnly: true }, (tx) => write(tx, 20))).rejects.toMatchObject({
      code: '25006',
    });
    expect(await ids(ann)).not.toContain(20);
  });
});

describe('all or nothing', () => {
  test('what work returns is committed; what it throws is rolled back and thrown on', async () => {
    const failure = new Error('changed my mind');
    await inSeat(db, asPerson('dan'), (tx) => write(tx, 30, 'dan'));
    const thrown = inSeat(db, asPerson('dan'), async (tx) => {
      await write(tx, 31, 'dan');
      throw failure;
    });
    await expect(thrown).rejects.toBe(failure);
    expect(await ids(asPerson('dan'))).toEqual([30]);
  });

  test('a duplicate is reported, and the next query on the connection works', async () => {
    for (let time = 0; time < 3; time += 1) {
      const again = inSeat(db, asPerson('eve'), (tx) => write(tx, 10, 'eve'));
      await expect(again).rejects.toSatisfy(
        (error) => isUniqueViolation(error, 'notes_pkey') && !isUniqueViolation(error, 'another'),
      );
      expect(await ids(asPerson('eve'))).toEqual([]);
    }
  });

  test('a duplicate on the bare pool is reported too', async () => {
    const insert = () => sql`insert into quick values (1)`.execute(db.kysely);
    await insert();
    await expect(insert()).rejects.toSatisfy(isUniqueViolation);
    expect((await sql<{ n: number }>`select count(*)::int as n from quick`.execute(db.kysely)).rows).toEqual([
      { n: 1 },
    ]);
  });

  test('an error that work swallows cannot end as a commit', async () => {
    const swallowed = inSeat(db, asPerson('fay'), async (tx) => {
      await write(tx, 40, 'fay');
      await write(tx, 40, 'fay').catch(() => 'never mind');
    });
    await expect(swallowed).rejects.toThrow(NotCommitted);
    expect(await ids(asPerson('fay'))).toEqual([]);
  });

  test('a query from a promise that nobody awaited is refused, not run outside the wall', async () => {
    const leaked = await inSeat(db, ann, (tx) => Promise.resolve({ tx }));
    await expect(identity(leaked.tx)).rejects.toThrow(TransactionEnded);
  });

  test('a transaction left open on the bare pool does not reach the next who takes the connection', async () => {
    await db.kysely.connection().execute(async (connection) => {
      await sql`begin`.execute(connection);
      await sql`insert into journal values (90)`.execute(connection);
    });
    for (let time = 0; time < 3; time += 1) {
      expect((await sql`select id from journal where id = 90`.execute(db.kysely)).rows).toEqual([]);
    }
  });
});

describe('errors that callers tell apart', () => {
  test.each<[string, (tx: Tx<Tables>) => Promise<unknown>, (error: unknown) => boolean]>([
    [
      'a row that points nowhere',
      (tx) => tx.insertInto('replies').values({ note: 999 }).execute(),
      (error) => isForeignKeyViolation(error, 'reply_to_a_note'),
    ],
    [
      'a rule of the table',
      (tx) => tx.insertInto('notes').values({ id: 50, owner: 'ann', words: '' }).execute(),
      (error) => isCheckViolation(error, 'some_words'),
    ],
    ['a row of somebody else', (tx) => write(tx, 51, 'bea'), isAccessRefused],
    ['a table without a grant', (tx) => tx.selectFrom('journal').selectAll().execute(), isAccessRefused],
  ])('%s', async (_name, work, recognised) => {
    await expect(inSeat(db, ann, work)).rejects.toSatisfy(recognised);
  });

  test('other errors are none of them', () => {
    const others = [new Error('23505'), { code: '23505' }, '23505', null];
    expect(others.some((error) => isUniqueViolation(error) || isAccessRefused(error) || isLockTimeout(error))).toBe(
      false,
    );
  });
});

describe('a seat that only reads', () => {
  const reader: Seat = { ...ann, readOnly: true };

  test('reads under its role as the person, and cannot write', async () => {
    expect(await inSeat(db, reader, identity)).toEqual({ role: 'kit_person', person: 'ann' });
    await expect(inSeat(db, reader, (tx) => write(tx, 90))).rejects.toSatisfy(
      (error: { code?: string }) => error.code === '25006',
    );
  });

  test('asked at once, every query is under its role as the person', async () => {
    const seen = await inSeat(db, reader, (tx) => Promise.all([identity(tx), identity(tx)]), { atOnce: true });
    expect(seen).toEqual([
      { role: 'kit_person', person: 'ann' },
      { role: 'kit_person', person: 'ann' },
    ]);
  });

  test('asked at once, what is asked later is refused', async () => {
    const late = inSeat(
      db,
      reader,
      async (tx) => {
        await identity(tx);
        return await identity(tx);
      },
      { atOnce: true },
    );
    await expect(late).rejects.toThrow(TransactionEnded);
  });

  test('a role that cannot be taken shows nothing', async () => {
    const nobody: Seat = { ...reader, role: 'kit_nobody' };
    await expect(inSeat(db, nobody, identity)).rejects.toThrow(/kit_nobody/);
    await expect(inSeat(db, nobody, identity, { atOnce: true })).rejects.toThrow(/kit_nobody/);
    expect(await inSeat(db, reader, identity)).toEqual({ role: 'kit_person', person: 'ann' });
  });

  test('a seat that writes and cannot be taken writes nothing, whatever was sent behind it', async () => {
    const nobody: Seat = { ...ann, role: 'kit_nobody' };
    const writing = inSeat(db, nobody, (tx) => Promise.allSettled([write(tx, 91), write(tx, 92)]));
    await expect(writing).rejects.toThrow();
    await expect(inSeat(db, nobody, (tx) => write(tx, 93))).rejects.toThrow(/kit_nobody/);
    const { rows } = await sql<{ id: number }>`select id from notes where id in (91, 92, 93)`.execute(db.kysely);
    expect(rows).toEqual([]);
  });

  test('a seat that writes is never opened and closed at once', async () => {
    await expect(inSeat(db, ann, identity, { atOnce: true })).rejects.toThrow(TypeError);
  });
});

describe('one function asked in one message', () => {
  const reader: Seat = { ...ann, readOnly: true };

  test('answers under the role as the person, and nothing of that stays', async () => {
    expect(await askInSeat(db, reader, 'say', ['hello'])).toEqual([
      { words: 'hello', role: 'kit_person', person: 'ann' },
    ]);
    const after = await sql<{ role: string }>`select current_user as role`.execute(db.kysely);
    expect(after.rows[0]?.role).toBe('postgres');
  });

  test.each(["O'Brien", "'); drop table notes; --", "a \\ and a \\' at once", 'مرحبا $1 :name'])(
    'what it is told stays what was said: %s',
    async (words) => {
      expect(await askInSeat(db, reader, 'say', [words])).toEqual([{ words, role: 'kit_person', person: 'ann' }]);
    },
  );

  test('a role that cannot be taken asks nothing, and the next who asks is answered', async () => {
    await expect(askInSeat(db, { ...reader, role: 'kit_nobody' }, 'say', ['hello'])).rejects.toThrow(/kit_nobody/);
    expect(await askInSeat(db, reader, 'say', ['again'])).toHaveLength(1);
  });

  test('refuses a seat that writes, and a name that is no name', async () => {
    await expect(askInSeat(db, ann, 'say', ['hello'])).rejects.toThrow(TypeError);
    await expect(askInSeat(db, reader, 'say(1); drop', ['hello'])).rejects.toThrow(TypeError);
  });
});

describe('another role for a part', () => {
  const append = (tx: Tx<Tables>, id: number) =>
    asRole(tx, 'kit_door', () => tx.insertInto('journal').values({ id }).execute());

  test('the part has that role, and the person is the same before and after', async () => {
    const seen = await inSeat(db, ann, async (tx) => {
      const inside = await asRole(tx, 'kit_door', () => identity(tx));
      return [inside, await identity(tx)];
    });
    expect(seen).toEqual([
      { role: 'kit_door', person: 'ann' },
      { role: 'kit_person', person: 'ann' },
    ]);
  });

  test('a part within a part goes back one step at a time', async () => {
    const seen = await inSeat(db, ann, (tx) =>
      asRole(tx, 'kit_door', async () => {
        await asRole(tx, 'kit_person', () => identity(tx));
        return await identity(tx);
      }),
    );
    expect(seen?.role).toBe('kit_door');
  });

  test('work that throws gives the role back', async () => {
    const seen = await inSeat(db, ann, async (tx) => {
      await asRole(tx, 'kit_door', () => Promise.reject(new Error('refused'))).catch(() => {});
      return await identity(tx);
    });
    expect(seen?.role).toBe('kit_person');
  });

  test('a query that fails is thrown as it is, and the transaction cannot commit', async () => {
    await inSeat(db, ann, (tx) => append(tx, 60));
    await expect(inSeat(db, ann, (tx) => append(tx, 60))).rejects.toSatisfy(isUniqueViolation);
    const swallowed = inSeat(db, ann, async (tx) => {
      await append(tx, 60).catch(() => {});
    });
    await expect(swallowed).rejects.toThrow(NotCommitted);
  });

  test('queries that are sent together run each under the role it was asked under', async () => {
    const [before, [during]] = await inSeat(db, ann, (tx) =>
      Promise.all([
        identity(tx),
        asRole(tx, 'kit_door', () => Promise.all([identity(tx), append(tx, 61), append(tx, 62)])),
      ]),
    );
    expect([before?.role, during?.role]).toEqual(['kit_person', 'kit_door']);
  });

  test('a role that cannot be taken fails the query, which then runs under no other, and nothing is committed', async () => {
    const swallowed = inSeat(db, asPerson('ida'), async (tx) => {
      await write(tx, 63, 'ida');
      await asRole(tx, 'kit_nobody', () => write(tx, 64, 'ida')).catch(() => {});
    });
    await expect(swallowed).rejects.toThrow(NotCommitted);
    const thrown = inSeat(db, ann, (tx) => asRole(tx, 'kit_nobody', () => identity(tx)));
    await expect(thrown).rejects.toThrow('role "kit_nobody" does not exist');
    expect(await ids(asPerson('ida'))).toEqual([]);
  });

  test('a part without queries costs nothing, and a role with a strange name is refused before anything runs', async () => {
    const seen = await inSeat(db, ann, async (tx) => {
      await asRole(tx, 'kit_nobody', () => Promise.resolve());
      await expect(asRole(tx, 'app; reset role', () => write(tx, 65))).rejects.toThrow(TypeError);
      return identity(tx);
    });
    expect(seen).toEqual({ role: 'kit_person', person: 'ann' });
  });

  test('only the transaction of a seat will do', async () => {
    await expect(asRole(db.kysely as Tx<Tables>, 'kit_door', () => Promise.resolve())).rejects.toThrow(TypeError);
  });
});

describe('waiting for a connection', () => {
  const more = {
    inSeat: function takeOneMore(): Promise<unknown> {
      return inSeat(db, ann, identity);
    },
    askInSeat: function takeOneMore(): Promise<unknown> {
      return askInSeat(db, { ...ann, readOnly: true }, 'say', ['hello']);
    },
  };
  test.each(Object.entries(more))(
    '%s inside a seat, with no connection left, ends with the names of both callers',
    async (_, takeOneMore) => {
      const takeTheLast = () => inSeat(db, ann, async () => await takeOneMore());
      const thrown = onServer ? inSeat(db, ann, takeTheLast) : takeTheLast(); // The server's pool has two here.
      const error: unknown = await thrown.catch((why: unknown) => why);
      expect(error).toBeInstanceOf(ConnectionTimeout);
      expect((error as Error).message).toMatch(/takeOneMore \(.*seat\.data\.test\.ts.*held by .*takeTheLast/);
      expect(await inSeat(db, ann, identity)).toEqual({ role: 'kit_person', person: 'ann' });
    },
  );

  test('many at once take turns', async () => {
    const seen = await Promise.all(
      Array.from({ length: 20 }, (_, at) => inSeat(db, asPerson(`person ${at}`), identity)),
    );
    expect(seen.map((each) => each?.person)).toEqual(Array.from({ length: 20 }, (_, at) => `person ${at}`));
  });

  test('queries sent together in one transaction run one after another', async () => {
    const rows = await inSeat(db, asPerson('gil'), async (tx) => {
      await Promise.all([write(tx, 70, 'gil'), write(tx, 71, 'gil'), write(tx, 72, 'gil')]);
      return await tx.selectFrom('notes').select('id').execute();
    });
    expect(rows).toHaveLength(3);
  });
});

describe.runIf(onServer)('two sessions at once', () => {
  const lock = (tx: Tx<Tables>, id: number) =>
    tx.selectFrom('notes').select('id').where('id', '=', id).forUpdate().execute();

  /** Two transactions that lock the same two rows in opposite order, each after the other has its first. */
  function collide(retries: number) {
    let arrived = 0;
    let meet: () => void;
    const bothThere = new Promise<void>((resolve) => (meet = resolve));
    const one = (first: number, second: number) =>
      inSeat(
        db,
        asPerson('hal'),
        async (tx) => {
          await lock(tx, first);
          arrived += 1;
          if (arrived >= 2) meet();
          await bothThere;
          await lock(tx, second);
        },
        { retries },
      );
    return Promise.allSettled([one(80, 81), one(81, 80)]);
  }

  test('a deadlock ends one of them, and a retry lets both through', async () => {
    await inSeat(db, asPerson('hal'), async (tx) => {
      await write(tx, 80, 'hal');
      await write(tx, 81, 'hal');
    });
    expect((await collide(0)).map((end) => end.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await collide(1)).map((end) => end.status)).toEqual(['fulfilled', 'fulfilled']);
  });

  test('a row that another holds is a lock time-out', async () => {
    await inSeat(db, asPerson('hal'), async (tx) => {
      await lock(tx, 80);
      const second = inSeat(db, asPerson('hal'), (other) =>
        other.selectFrom('notes').selectAll().where('id', '=', 80).forUpdate().noWait().execute(),
      );
      await expect(second).rejects.toSatisfy(isLockTimeout);
    });
  });

  test('a statement that runs too long is stopped, by a limit that every connection has from the start', async () => {
    expect((await sql`show statement_timeout`.execute(db.kysely)).rows).toEqual([{ statement_timeout: '30s' }]);
    const stopped = inSeat(db, ann, async (tx) => {
      await sql`set local statement_timeout = 20`.execute(tx);
      await sql`select pg_sleep(10)`.execute(tx);
    });
    await expect(stopped).rejects.toSatisfy(isStatementTimeout);
  });

  test('a session that the server ends fails its query, and the pool goes on', async () => {
    const ended = inSeat(db, ann, (tx) => sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx));
    await expect(ended).rejects.toThrow();
    expect(await inSeat(db, ann, identity)).toEqual({ role: 'kit_person', person: 'ann' });
  });
});
