// Asks the virus scanner clamd about a file. It fails closed: a file that could not be scanned is not clean.
import net from 'node:net';

/** A scan of 15 MB takes well under a second; a scanner that is loading its lists takes longer than anybody waits, and the paper is held. */
const WITHIN_MS = 8_000;
const CHUNK = 64 * 1024;

/** Scans bytes. `address` is the path of a socket, or host:port. Never throws. */
export function scan(address: string, bytes: Uint8Array): Promise<'clean' | 'harmful' | 'cannot-check'> {
  return new Promise((resolve) => {
    const [, host, port] = /^([\w.-]+):(\d+)$/.exec(address) ?? [];
    const socket = host ? net.connect({ host, port: Number(port) }) : net.connect({ path: address });
    let said = '';
    const end = (verdict: 'clean' | 'harmful' | 'cannot-check') => {
      socket.destroy();
      resolve(verdict);
    };
    socket.setTimeout(WITHIN_MS, () => end('cannot-check'));
    socket.once('error', () => end('cannot-check'));
    socket.on('data', (chunk) => {
      said += chunk.toString('latin1');
    });
    socket.once('close', () => {
      if (/^stream: OK\0?\s*$/.test(said)) resolve('clean');
      else resolve(/ FOUND\0?\s*$/.test(said) ? 'harmful' : 'cannot-check');
    });
    socket.once('connect', () => {
      socket.write('zINSTREAM\0');
      for (let at = 0; at < bytes.byteLength; at += CHUNK) {
        const part = bytes.subarray(at, at + CHUNK);
        const length = Buffer.alloc(4);
        length.writeUInt32BE(part.byteLength);
        socket.write(length);
        socket.write(part);
      }
      socket.write(Buffer.alloc(4));
    });
  });
}
