// A process that issues certificates on the embedded database in a folder, and says each number once it is committed; tests kill it.
import { migrations } from '../../database/migrations/index.ts';
import type { Tables } from '../../database/tables.ts';
import { issueCertificate } from '../../src/certificates/commands.ts';
import { newId } from '../../src/kit/ids.ts';
import { openDatabase } from '../../src/kit/sql/database.ts';
import { migrate } from '../../src/kit/sql/migrations.ts';
import { makeDesk } from './desk.ts';
import { addSignposts, newCase } from './ready-case.ts';

const [folder = '', most = '100'] = process.argv.slice(2);

const database = await openDatabase<Tables>({ folder });
await migrate(database, migrations);
const desk = await makeDesk(database);
const program = {
  ...desk.at('2026-04-01T10:00:00+01:00'),
  trial: false,
  address: 'https://service.example.org',
  makePapersNow: async () => undefined,
};
const cases = await database.kysely.transaction().execute(async (owner) => {
  await addSignposts(owner, desk.serviceId);
  const ready = [];
  for (let made = 0; made < Number(most); made += 1) ready.push(await newCase(owner, desk));
  return ready;
});
process.stdout.write('ready\n');
for (const { caseId, participationId } of cases) {
  const done = await issueCertificate(program, desk.adviser, {
    actId: newId(),
    caseId,
    participationId,
    limb: 'information',
  });
  if ('refused' in done) throw new Error(done.refused);
  process.stdout.write(`${caseId}\n`);
}
process.stdout.write('finished\n');
