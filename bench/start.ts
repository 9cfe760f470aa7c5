// bench: from starting the trial to its first page, with an empty folder and again with a filled one; and the memory of the idle main
// process, with the embedded database and with a server. It idles `BENCH_IDLE_SECONDS` (60) and says so; children are printed apart.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startPostgres } from '../tools/postgres.mjs';

const IDLE_SECONDS = Number(process.env.BENCH_IDLE_SECONDS ?? 60);
const MOST_WARM_MS = 3_000;
const MOST_EMBEDDED_MB = 550;
const MOST_SERVER_MB = 200;

const folder = mkdtempSync(path.join(os.tmpdir(), 'common-ground-bench-'));
try {
  const cold = await started({ DATA_DIR: folder });
  show('First page, empty folder (makes the trial)', cold.ms, 'ms');
  await cold.stop();
  const warm = await started({ DATA_DIR: folder });
  show('First page, started again', warm.ms, 'ms', MOST_WARM_MS);
  await idle('embedded', warm, MOST_EMBEDDED_MB);
  await warm.stop();

  const server = await startPostgres();
  try {
    const place = { DATA_DIR: path.join(folder, 'with-server'), DATABASE_URL: server.url };
    const making = await started(place);
    show('First page with a server (makes the trial)', making.ms, 'ms');
    await making.stop();
    const again = await started(place);
    show('First page with a server, started again', again.ms, 'ms', MOST_WARM_MS);
    await idle('with a server', again, MOST_SERVER_MB);
    await again.stop();
  } finally {
    await server.stop();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

interface Started {
  readonly pid: number;
  /** From the start of the process to the last byte of the first page. */
  readonly ms: number;
  readonly stop: () => Promise<void>;
}

/** Starts the built program in a process of its own and asks for its first page until it answers. */
async function started(settings: Readonly<Record<string, string>>): Promise<Started> {
  const port = await freePort();
  const start = performance.now();
  const child = spawn(process.execPath, ['--enable-source-maps', 'build/server.mjs'], {
    env: { PATH: process.env.PATH, ...settings, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let running = true;
  void ended.then(() => (running = false));
  while (!(await answers(port))) {
    if (!running) throw new Error('the program ended before its first page');
    await pause(20);
  }
  return {
    pid: child.pid as number,
    ms: performance.now() - start,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    http
      .get({ host: '127.0.0.1', port, path: '/' }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode === 200));
      })
      .on('error', () => resolve(false));
  });
}

/** Waits, then prints the resident memory of the main process, and of its children by name. */
async function idle(which: string, { pid }: Started, limit: number): Promise<void> {
  await pause(IDLE_SECONDS * 1000);
  show(`Main process ${which}, after ${IDLE_SECONDS} s idle`, residentMb(pid), 'MB', limit);
  for (const child of childrenOf(pid)) show(`  its child ${child.name}`, residentMb(child.pid), 'MB');
}

function residentMb(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

function childrenOf(parent: number): readonly { readonly pid: number; readonly name: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const status = readFileSync(`/proc/${pid}/status`, 'utf8');
        if (!status.includes(`\nPPid:\t${parent}\n`)) return [];
        return [{ pid: Number(pid), name: /^Name:\s+(.+)$/m.exec(status)?.[1] ?? 'unknown' }];
      } catch {
        return []; // It ended while we looked.
      }
    });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

function show(name: string, value: number, unit: string, limit?: number): void {
  const load = (os.loadavg()[0] ?? 0).toFixed(1);
  process.stdout.write(
    `${name.padEnd(52)} ${value.toFixed(0).padStart(6)} ${unit} (load ${load})${limit ? ` limit ${limit}` : ''}\n`,
  );
  if (limit && value > limit) process.exitCode = 1;
}
