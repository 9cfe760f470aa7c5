// Opens the port, or says in plain words why it could not.
import type { FastifyInstance } from 'fastify';

/** The port is not ours to take. Its message is for the person who started the program. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
}

/** Opens `host:port` and gives the address. Another free port is never chosen in silence: a bookmark, or a second copy on the same data, would be wrong without a word. */
export async function startListening(
  server: FastifyInstance,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<string> {
  try {
    return await server.listen({ host, port });
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'EADDRINUSE')
      throw new PortTaken(
        `Port ${port} on ${host} is in use by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`,
      );
    if (code === 'EACCES')
      throw new PortTaken(
        `Port ${port} on ${host} needs more rights than this program has. Choose one above 1023: PORT=3000 npm start`,
      );
    throw error;
  }
}
