// Makes PDF/UA documents from templates and data, in processes of their own that start on first use and are renewed.
import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { LetterNotInFonts, PdfClosed, PdfProcessLost, PdfQueueFull, PdfTemplateFailed, PdfTimedOut } from './errors.ts';
import { fontFilesByFamily } from './fonts.ts';
import { lettersOfFirstFamily, missingLetters } from './letters.ts';
import type { Answer, Request, Setup } from './pdf-child.ts';

export interface PdfRequest {
  /** A template's file name without `.typ`. A constant of the program, never made from data. */
  template: string;
  data: object;
  /** Epoch seconds; written into the document as its date of making. */
  createdAt: number;
}

export interface Pdf {
  /**
   * Makes one PDF/UA-1 document. The same request gives the same bytes.
   * Rejects with {@link LetterNotInFonts}, {@link PdfTemplateFailed}, {@link PdfTimedOut}, {@link PdfProcessLost}, {@link PdfQueueFull}
   * or {@link PdfClosed}.
   */
  render(request: PdfRequest): Promise<Uint8Array>;
  /** Ids of the processes now running, for measuring. */
  processIds(): number[];
  /** Ends the processes; what waits is rejected with {@link PdfClosed}. */
  close(): Promise<void>;
}

export interface PdfOptions {
  /** The folder of the templates, with `assets/only-our-fonts.conf`; a template can read nothing outside it. */
  templatesDir: string;
  /** How many documents are made at the same time, each in its own process. */
  processes?: number;
  /** How many may wait. */
  queueLimit?: number;
  /** Milliseconds for one document, its process's start included. */
  timeLimitMs?: number;
  /** Documents after which a process is renewed: Typst's memory grows a little with each. */
  renewAfter?: number;
  /** Milliseconds without work after which a process is ended, so that an idle program is small. */
  idleMs?: number;
}

interface Job extends Request {
  lost: number;
  resolve(pdf: Uint8Array): void;
  reject(error: Error): void;
}

interface Child {
  process: ChildProcess;
  job: Job | null;
  timedOut: boolean;
  rendered: number;
  timer: NodeJS.Timeout | undefined;
  gone: Promise<void>;
}

const templateName = /^[a-z][a-z-]*$/;

/** Prepares the making of documents. No process is started before the first document. Throws when the templates are not there. */
export async function startPdf(options: PdfOptions): Promise<Pdf> {
  const { processes = 1, queueLimit = 1000, timeLimitMs = 20_000, renewAfter = 1000, idleMs = 60_000 } = options;
  const templatesDir = path.resolve(options.templatesDir);
  const fontSettings = path.join(templatesDir, 'assets', 'only-our-fonts.conf');
  if (!existsSync(fontSettings))
    throw new Error(`${fontSettings} is missing: without it the machine's own fonts could change a document`);

  const children = new Set<Child>();
  const waiting: Job[] = [];
  let lastId = 0;
  let closed = false;

  function startChild(): Child {
    const setup: Setup = {
      templatesDir,
      fontFiles: fontFilesByFamily().flat(),
      firstFamilyLetters: lettersOfFirstFamily(),
    };
    const childProcess = fork(childFile(), [JSON.stringify(setup)], {
      // Nothing of ours is in its environment; the proxy address is a closed door for whatever would fetch something.
      env: { FONTCONFIG_FILE: fontSettings, HTTP_PROXY: deadEnd, HTTPS_PROXY: deadEnd, ALL_PROXY: deadEnd },
      execArgv: ['--permission', '--allow-fs-read=*', '--allow-addons', '--no-warnings'],
      serialization: 'advanced',
      // What a crash would print could hold a name.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const gone = Promise.withResolvers<void>();
    const child: Child = {
      process: childProcess,
      job: null,
      timedOut: false,
      rendered: 0,
      timer: undefined,
      gone: gone.promise,
    };
    const onGone = () => {
      lose(child);
      gone.resolve();
    };
    childProcess.on('message', (answer: Answer) => finish(child, answer));
    childProcess.once('exit', onGone);
    childProcess.once('error', onGone);
    children.add(child);
    return child;
  }

  /** Hands waiting documents to free processes, starting as many processes as are allowed. */
  function pump(): void {
    while (waiting.length > 0) {
      const free =
        [...children].find((child) => child.job === null) ?? (children.size < processes ? startChild() : undefined);
      if (!free) return;
      give(free, waiting.shift()!);
    }
  }

  function give(child: Child, job: Job): void {
    clearTimeout(child.timer);
    child.job = job;
    child.process.ref();
    child.process.channel?.ref();
    child.timer = setTimeout(() => {
      child.timedOut = true;
      child.process.kill('SIGKILL');
    }, timeLimitMs);
    const { id, template, data, createdAt } = job;
    child.process.send({ id, template, data, createdAt } satisfies Request, () => {}); // a failed send is followed by an exit
  }

  function finish(child: Child, answer: Answer): void {
    const { job } = child;
    if (job?.id !== answer.id) return;
    clearTimeout(child.timer);
    child.job = null;
    child.rendered++;
    if ('pdf' in answer) job.resolve(answer.pdf);
    else if ('letters' in answer) job.reject(new LetterNotInFonts(answer.letters, ''));
    else job.reject(new PdfTemplateFailed(job.template, answer.failed));
    if (child.rendered >= renewAfter) end(child);
    else rest(child);
    pump();
  }

  /** Lets an idle process keep nothing alive, and ends it when it stays idle. */
  function rest(child: Child): void {
    child.process.unref();
    child.process.channel?.unref();
    child.timer = setTimeout(() => end(child), idleMs).unref();
  }

  function end(child: Child): void {
    children.delete(child);
    clearTimeout(child.timer);
    if (child.process.connected) child.process.disconnect();
  }

  /** Answers for a process that ended by itself: its document is tried once more, unless it was ended for taking too long. */
  function lose(child: Child): void {
    children.delete(child);
    clearTimeout(child.timer);
    const { job } = child;
    if (!job) return;
    child.job = null;
    if (child.timedOut) job.reject(new PdfTimedOut(job.template, timeLimitMs));
    else if (closed) job.reject(new PdfClosed());
    else if (job.lost++ > 0) job.reject(new PdfProcessLost(job.template));
    else waiting.unshift(job);
    pump();
  }

  return {
    async render({ template, data, createdAt }) {
      if (closed) throw new PdfClosed();
      if (!templateName.test(template)) throw new PdfTemplateFailed(JSON.stringify(template), 'not a template name');
      if (waiting.length >= queueLimit) throw new PdfQueueFull(queueLimit);
      refuseMissingLetters(data, '');
      const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
      waiting.push({
        id: ++lastId,
        template,
        data: JSON.stringify(data).normalize('NFC'),
        createdAt,
        lost: 0,
        resolve,
        reject,
      });
      pump();
      return promise;
    },
    processIds: () => [...children].flatMap((child) => child.process.pid ?? []),
    async close() {
      closed = true;
      for (const job of waiting.splice(0)) job.reject(new PdfClosed());
      const ending = [...children];
      for (const child of ending) {
        clearTimeout(child.timer);
        child.process.ref();
        child.process.kill('SIGKILL');
      }
      await Promise.all(ending.map((child) => child.gone));
    },
  };
}

const deadEnd = 'http://127.0.0.1:9';

/** Finds the child: TypeScript beside this file in the source tree; in the build one bundle, beside or above the chunk this code is in. */
function childFile(): string {
  const places = import.meta.url.endsWith('.ts') ? ['./pdf-child.ts'] : ['./pdf-child.mjs', '../pdf-child.mjs'];
  const files = places.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  return files.find((file) => existsSync(file)) ?? files[0]!;
}

function refuseMissingLetters(value: unknown, field: string): void {
  if (typeof value === 'string') {
    const letters = missingLetters(value);
    if (letters.length) throw new LetterNotInFonts(letters, field);
  } else if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) refuseMissingLetters(inner, field ? `${field}.${key}` : key);
  }
}
