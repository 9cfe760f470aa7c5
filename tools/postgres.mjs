// Runs a throw-away PostgreSQL server for tests and measurements, in its own folder, on loopback, never as root.
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installPackages } from './system-packages.mjs';

/** The oldest PostgreSQL that the program's SQL is written for. */
const OLDEST = 15;

/**
 * Starts a fresh server and gives its address, the one of its socket, and the function that stops it and removes its folder.
 * @param {{ fsync?: boolean }} [options] `fsync` is on unless turned off, as in a real installation.
 * @returns {Promise<{ url: string, socketUrl: string, stop: () => Promise<void> }>}
 * @throws {Error} in plain words when there is no PostgreSQL and it cannot be installed.
 */
export async function startPostgres({ fsync = true } = {}) {
  const bin = findBinaries() ?? installBinaries();
  const user = unprivilegedUser();
  const folder = mkdtempSync(path.join(tmpdir(), 'common-ground-postgres-'));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = path.join(folder, 'data');
  const asUser = { ...user, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', HOME: folder } };
  try {
    execFileSync(
      path.join(bin, 'initdb'),
      ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
      { ...asUser, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const port = await freePort();
    const settings = {
      listen_addresses: '127.0.0.1',
      port,
      unix_socket_directories: folder,
      fsync: fsync ? 'on' : 'off',
      max_connections: 60,
    };
    const server = spawn(
      path.join(bin, 'postgres'),
      ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      { ...asUser, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const ended = new Promise((resolve) => server.once('exit', resolve));
    // Without this a launcher that is itself ended would leave the server behind.
    const stopNow = () => server.kill('SIGQUIT');
    process.once('exit', stopNow);
    await ready(server);
    return {
      url: `postgres://postgres@127.0.0.1:${port}/postgres`,
      socketUrl: `postgres://postgres@${encodeURIComponent(folder)}:${port}/postgres`,
      stop: async () => {
        server.kill('SIGINT'); // "Fast" shutdown: sessions are ended, data are written.
        await ended;
        process.off('exit', stopNow);
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** The newest installed PostgreSQL that is new enough: Debian's folders first, then the search path. */
function findBinaries() {
  const debian = '/usr/lib/postgresql';
  const installed = existsSync(debian) ? readdirSync(debian).map((version) => path.join(debian, version, 'bin')) : [];
  return [...installed, ...(process.env.PATH ?? '').split(path.delimiter)]
    .filter((folder) => existsSync(path.join(folder, 'initdb')) && existsSync(path.join(folder, 'postgres')))
    .map((folder) => ({ folder, major: majorOf(folder) }))
    .filter(({ major }) => major >= OLDEST)
    .sort((one, other) => other.major - one.major)
    .at(0)?.folder;
}

function majorOf(folder) {
  const words = execFileSync(path.join(folder, 'postgres'), ['--version'], { encoding: 'utf8' });
  return Number(/(\d+)/.exec(words)?.[1] ?? 0);
}

/** Installs Debian's package; as root, without the cluster that it would otherwise make and start. */
function installBinaries() {
  const why = 'a PostgreSQL server for the tests; TEST_DATABASE=embedded runs them without';
  if (process.getuid?.() === 0) {
    installPackages(['postgresql-common'], why);
    const file = '/etc/postgresql-common/createcluster.conf';
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(/^#?create_main_cluster.*$/m, 'create_main_cluster = false'),
    );
  }
  installPackages(['postgresql'], why);
  const found = findBinaries();
  if (!found)
    throw new Error(
      `The PostgreSQL of this system is older than ${OLDEST}. Install a later one from the PostgreSQL project's own packages.`,
    );
  return found;
}

/** PostgreSQL refuses to run as root: then it runs as `postgres`, or `nobody` where there is no such user. Null: as ourselves. */
function unprivilegedUser() {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const [, , uid, gid] = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody') ?? [];
  if (!uid || !gid)
    throw new Error('PostgreSQL refuses to run as root, and this machine has neither a postgres nor a nobody user.');
  return { uid: Number(uid), gid: Number(gid) };
}

/** A port that was free a moment ago. */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Waits for the server's own word that it takes connections, or for its end. */
function ready(server) {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr.setEncoding('utf8');
    server.stderr.on('data', (words) => {
      said = (said + words).slice(-4_000);
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
  });
}
