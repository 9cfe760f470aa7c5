// Puts the program together: what stands open, the worker beside it, and every feature's pages behind one entrance.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from './config.ts';
import { frameFor, openFrame } from './frame.ts';
import type { Installation } from './installation.ts';
import { healthRoutes } from './office/health.ts';
import { loadService, type Service } from './office/service.ts';
import { loadAssets } from './kit/html/assets.ts';
import { tokenFor } from './kit/http/form-token.ts';
import { mount } from './kit/http/mount.ts';
import { mountOpenApi } from './kit/http/open-api.ts';
import { RequestProblem, type Problem } from './kit/http/problems.ts';
import { createServer } from './kit/http/server.ts';
import type { Log } from './kit/log.ts';
import type { Mailer } from './kit/mail/mailer.ts';
import { createOutboxOnlyMailer } from './kit/mail/outbox-only.ts';
import { createSmtpMailer } from './kit/mail/smtp.ts';
import { startPdf } from './kit/pdf/pdf.ts';
import { sealingKeyFromP12, trialSealingKey, type SealingKey } from './kit/pdf/sealing-key.ts';
import { HolidaysNotLoaded } from './law/calendar.ts';
import { DeskProblemPage, ProblemPage } from './office/problem-page.tsx';
import type { WebProgram } from './program.ts';
import { routes } from './routes.ts';
import { makeEntrance, type SignInEntrance } from './sign-in/entrance.ts';
import type { Who } from './sign-in/who.ts';
import { openStoredFiles } from './stored-files.ts';
import type { PostRoom } from './worker/post-room.ts';
import { startWorker, type Worker } from './worker/worker.ts';

export interface App {
  readonly program: WebProgram;
  readonly server: FastifyInstance;
  readonly worker: Worker;
  /** Ends in the order in which nothing is lost: no new requests, then the worker, then the paper-makers. The database is the caller's. */
  close(): Promise<void>;
}

/** The folder of the built program, or of the sources when they run as they are. */
const here = path.dirname(fileURLToPath(import.meta.url));
const built = ['build'].includes(path.basename(here)) || path.basename(path.dirname(here)) === 'build';
const buildFolder = built
  ? path.basename(here) === 'build'
    ? here
    : path.dirname(here)
  : path.resolve(here, '../build');

/** Builds the app over an open installation. The service must exist. Nothing listens yet. */
export async function createApp(config: Config, installation: Installation, log: Log): Promise<App> {
  const { database, clock } = installation;
  let service = await theService(installation);
  const trial = config.kind === 'trial';
  const base = {
    database,
    clock,
    law: installation.law,
    mailDomain: config.mail.domain,
    trial,
    address: config.publicUrl?.origin ?? `http://localhost:${config.port}`,
    service: () => service,
    reload: async () => {
      await installation.reloadHolidays();
      service = await theService(installation);
    },
    log,
  };
  const pdf = await startPdf({
    templatesDir: built ? path.join(buildFolder, 'templates') : path.join(here, 'certificates/documents'),
  });
  const files = openStoredFiles(config);
  const room: PostRoom = {
    ...base,
    pdf,
    files,
    mailer: mailerOf(config),
    sender: config.mail.from,
    sealingKey: await sealingKeyOf(config, installation),
  };
  const worker = startWorker(room);
  const program: WebProgram = {
    ...base,
    files,
    clamd: config.clamd,
    holidaysUrl: config.holidaysUrl,
    makePapersNow: (caseId) => worker.makePapersNow(caseId),
  };

  const assetsFolder = path.join(buildFolder, 'assets');
  loadAssets(assetsFolder);
  const entrance = makeEntrance(program, config.secretKeys);
  const server = await createServer({
    publicUrl: config.publicUrl,
    trustProxy: config.trustProxy,
    log,
    time: () => clock.now().toString(),
    assetsFolder,
    expected: (error) => (error instanceof HolidaysNotLoaded ? new RequestProblem('year-missing') : null),
    problemPage: (problem, request) => problemPage(program, entrance, problem, request),
  });
  const all = routes(program, { keys: config.secretKeys, installation, wake: worker.wake });
  mount<Who>(server, all.pages, entrance);
  mountOpenApi(server, [...all.open, ...healthRoutes(program)]);
  return {
    program,
    server,
    worker,
    close: async () => {
      await server.close();
      await entrance.settle();
      await worker.stop();
      await pdf.close();
    },
  };
}

/**
 * Makes the page for a bad end: in the frame of the desk for whoever is signed in there, and the same for everybody else. Where we are
 * broken ourselves nobody is looked up.
 */
async function problemPage(program: WebProgram, entrance: SignInEntrance, problem: Problem, request: FastifyRequest) {
  // A page that was entered knows whether somebody is signed in; an address we do not have was never entered.
  const mayBeSignedIn = request.account !== null || request.is404;
  const who = problem.status < 500 && mayBeSignedIn ? await entrance.whoIs(request).catch(() => null) : null;
  if (who?.kind !== 'staff') return ProblemPage({ frame: openFrame(program), problem });
  const csrf = tokenFor(entrance.tokenKeys[0], who.sessionId);
  return DeskProblemPage({ frame: frameFor(program, who, csrf), problem });
}

async function theService({ database }: Installation): Promise<Service> {
  const service = await loadService(database);
  if (!service) throw new Error('There is no service in this database yet.');
  return service;
}

function mailerOf({ mail }: Config): Mailer {
  if (mail.kind === 'outbox-only') return createOutboxOnlyMailer();
  const { dkim, ...smtp } = mail.smtp;
  return createSmtpMailer({
    ...smtp,
    dkim: dkim && { domain: dkim.domain, selector: dkim.selector, privateKey: readFileSync(dkim.keyFile, 'utf8') },
  });
}

async function sealingKeyOf({ kind, seal }: Config, { clock }: Installation): Promise<SealingKey | null> {
  if (seal) return sealingKeyFromP12({ bytes: readFileSync(seal.p12File), passphrase: seal.password });
  return kind === 'trial' ? trialSealingKey(Math.floor(clock.now().epochMilliseconds / 1000)) : null;
}
