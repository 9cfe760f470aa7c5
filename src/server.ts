// Starts the program and stops it in order. In a trial it makes the sample service first, and says where to look.
import { createApp } from './app.ts';
import { PortTaken, startListening } from './kit/http/listen.ts';
import { createLog, describeError } from './kit/log.ts';
import { DatabaseNewer } from './kit/sql/migrations.ts';
import { EmbeddedDatabaseInUse } from './kit/sql/embedded-lock.ts';
import { EmbeddedFolderUnusable, EmbeddedVersionMismatch } from './kit/sql/embedded.ts';
import { readConfig, WrongSettings } from './config.ts';
import { nightlySweep } from './deadlines/nightly.ts';
import { makeReader } from './documents/reader/reader.ts';
import { keepTendingPapers } from './documents/tending.ts';
import { openInstallation, WrongInstallation } from './installation.ts';
import { systemClock } from './kit/clock.ts';
import { prepareTrial, seedTrial } from './trial/trial.ts';

/** Errors whose words are meant for whoever started the program. */
const spoken = [
  WrongSettings,
  WrongInstallation,
  DatabaseNewer,
  EmbeddedDatabaseInUse,
  EmbeddedFolderUnusable,
  EmbeddedVersionMismatch,
  PortTaken,
];

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog({ shape: config.kind === 'real' ? 'json' : 'line', time: () => systemClock.now().toString() });
  const installation = await openInstallation(config);
  try {
    const office = config.kind === 'trial' ? await prepareTrial(installation, process.env.TRIAL_CLOCK) : null;
    const app = await createApp(config, installation, log);
    if (office) await seedTrial(app.program, office);
    const sweep = nightlySweep(app.program, (error) => log.error('sweep-failed', describeError(error)));
    const tending = keepTendingPapers(app.program, makeReader());
    let stopping = false;
    const stop = async (): Promise<void> => {
      if (stopping) return;
      stopping = true;
      await sweep.stop();
      await tending.stop();
      await app.close();
      await installation.database.close();
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => void stop().then(() => process.exit(0)));
    const address = await startListening(app.server, config);
    process.stdout.write(config.kind === 'trial' ? trialWords(address) : `Listening on ${address}\n`);
  } catch (error) {
    await installation.database.close();
    throw error;
  }
}

function trialWords(address: string): string {
  return `\nCommon Ground is running as a trial: everybody in it is invented and nothing is sent.\n\n  Open ${address.replace('127.0.0.1', 'localhost')}\n  Sign in as one of the cast: ${address.replace('127.0.0.1', 'localhost')}/trial/people\n\nPress Ctrl+C to stop.\n`;
}

main().catch((error: unknown) => {
  if (spoken.some((kind) => error instanceof kind)) process.stderr.write(`${(error as Error).message}\n`);
  else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
