// The command line: what a person at a terminal can ask of the program. Each command loads only what it needs.
import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { readConfig, WrongSettings } from './config.ts';

const usage = `Common Ground, from the command line:

  npm run migrate                      bring the database up to the program
  npm run demo                         throw the trial's data away and start a new one
  npm run -s dates -- --help           work out dates of the law
  npm run verify-journal               check that facts and rows agree
  npm run invite-manager -- EMAIL      invite the first manager of a real installation
  npm run -s erase -- CASE-REFERENCE   erase what is personal about a case or a person, after saying what
  npm run -s export -- CASE-REFERENCE  copy what is held about a case or a person into a folder
`;

async function main([command, ...args]: readonly string[]): Promise<number> {
  switch (command) {
    case 'dates': {
      const { datesCommand } = await import('./dates/command.ts');
      return datesCommand(args, {
        out: (text) => void process.stdout.write(text),
        err: (text) => void process.stderr.write(text),
        readFile: (file) => readFile(file, 'utf8'),
      });
    }
    case 'migrate':
      return migrate();
    case 'demo':
      return demo();
    case 'verify-journal':
      return verify();
    case 'invite-manager':
      return invite(args);
    case 'erase':
    case 'export':
      return records(command, args);
    default:
      process.stderr.write(usage);
      return command === undefined || command === '--help' ? 0 : 2;
  }
}

async function migrate(): Promise<number> {
  const config = readConfig(process.env);
  const { openDatabase } = await import('./kit/sql/database.ts');
  const { bringUpToDate } = await import('./installation.ts');
  const database = await openDatabase<import('../database/tables.ts').Tables>(
    config.database.kind === 'server' ? { server: config.database.migrateUrl } : { folder: config.database.folder },
  );
  try {
    const ran = await bringUpToDate(database, config.kind, addressIn(config.mail.from));
    process.stdout.write(ran.length ? `Ran ${ran.length}: ${ran.join(', ')}\n` : 'The database is up to date.\n');
    return 0;
  } finally {
    await database.close();
  }
}

/** The address in a mailbox such as `Common Ground <post@mediation.example.org>`. */
const addressIn = (mailbox: string) => /<(.+)>/.exec(mailbox)?.[1] ?? mailbox;

/** Deletes the trial's embedded database and files after a question; the next start makes a new trial. Takes the lock first, so a running trial is never pulled away. */
async function demo(): Promise<number> {
  const config = readConfig(process.env);
  if (config.kind !== 'trial' || config.database.kind !== 'embedded') {
    process.stderr.write('This only starts a trial on the embedded database again. Nothing was changed.\n');
    return 1;
  }
  if (process.stdin.isTTY) {
    const ask = createInterface({ input: process.stdin, output: process.stdout });
    const answer = await ask.question('Throw away everything in this trial and start again? (yes/no) ');
    ask.close();
    if (answer.trim().toLowerCase() !== 'yes') {
      process.stdout.write('Nothing was changed.\n');
      return 0;
    }
  }
  const { takeLock } = await import('./kit/sql/embedded-lock.ts');
  const folder = path.resolve(config.database.folder);
  const { mkdirSync, readdirSync } = await import('node:fs');
  mkdirSync(folder, { recursive: true });
  const release = takeLock(path.join(folder, 'postgres.lock'));
  try {
    for (const entry of readdirSync(folder))
      if (/^postgres-\d+/.test(entry) || entry === 'files')
        rmSync(path.join(folder, entry), { recursive: true, force: true });
  } finally {
    release();
  }
  process.stdout.write('The old trial is gone. The next `npm start` makes a new one.\n');
  return 0;
}

async function verify(): Promise<number> {
  const { openInstallation } = await import('./installation.ts');
  const { verifyJournal } = await import('./cases/verify-journal.ts');
  const installation = await openInstallation(readConfig(process.env));
  try {
    const { cases, broken } = await verifyJournal(installation);
    for (const { caseId, what, row, facts } of broken)
      process.stdout.write(`${caseId}, ${what}: the row says ${row}, its facts say ${facts}\n`);
    process.stdout.write(
      `${cases} cases checked, ${broken.length} differences between the rows and their facts.\n` +
        'Compared: the stage, the road, and whether the party of today was informed. Not compared: the clocks, which are counted from the rows, anew with every act and every night.\n',
    );
    return broken.length === 0 ? 0 : 1;
  } finally {
    await installation.database.close();
  }
}

async function invite([email]: readonly string[]): Promise<number> {
  if (!email || !/^[^@\s]+@[^@\s]+$/.test(email)) {
    process.stderr.write('Say whom to invite: npm run invite-manager -- name@example.org\n');
    return 2;
  }
  const config = readConfig(process.env);
  const { openInstallation } = await import('./installation.ts');
  const { createApp } = await import('./app.ts');
  const { createLog } = await import('./kit/log.ts');
  const { inviteManager } = await import('./sign-in/invitations.ts');
  const installation = await openInstallation(config);
  const app = await createApp(
    config,
    installation,
    createLog({ shape: 'line', time: () => installation.clock.now().toString() }),
  );
  try {
    const answer = await inviteManager(app.program, email);
    if ('refused' in answer) {
      process.stderr.write(
        `Nobody was invited: ${{ 'not-an-address': 'that is not an e-mail address', 'here-already': 'somebody with that address is here already', 'not-a-manager': 'only a manager may invite' }[answer.refused]}.\n`,
      );
      return 1;
    }
    process.stdout.write('The invitation is in the outbox and goes out with the next letters.\n');
    return 0;
  } finally {
    await app.close();
    await installation.database.close();
  }
}

async function records(command: 'erase' | 'export', args: readonly string[]): Promise<number> {
  const config = readConfig(process.env);
  const { openInstallation } = await import('./installation.ts');
  const { openStoredFiles } = await import('./stored-files.ts');
  const { createLog } = await import('./kit/log.ts');
  const { eraseCommand, exportCommand } = await import('./records/command.ts');
  let installation: Awaited<ReturnType<typeof openInstallation>> | undefined;
  const open = async () => {
    installation = await openInstallation(config);
    const { database, clock, law } = installation;
    const log = createLog({ shape: 'line', time: () => clock.now().toString() });
    return { database, clock, law, mailDomain: config.mail.domain, files: openStoredFiles(config), log };
  };
  try {
    const run = command === 'erase' ? eraseCommand : exportCommand;
    return await run(args, open, {
      out: (text) => void process.stdout.write(text),
      err: (text) => void process.stderr.write(text),
    });
  } finally {
    await installation?.database.close();
  }
}

// A reader that has seen enough (`| head`) closes the pipe: that is no defect of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(
      `${error instanceof Error ? (error instanceof WrongSettings || /^(Wrong|Embedded|DatabaseNewer|MigrationUnderWay)/.test(error.name) ? error.message : error.stack) : String(error)}\n`,
    );
    process.exitCode = 1;
  },
);
