// A server with the public site and nothing behind it, for the tests of this folder: one service, a clock that stands still, the seeded holidays.
import type { FastifyInstance } from 'fastify';
import { h } from 'preact';
import { frozenClock } from '../kit/clock.ts';
import { mount } from '../kit/http/mount.ts';
import { mountOpenApi } from '../kit/http/open-api.ts';
import { createServer } from '../kit/http/server.ts';
import { createLog } from '../kit/log.ts';
import { seededHolidays } from '../law/bank-holidays.ts';
import { RULE_BOOK } from '../law/versions.ts';
import { readSettings, type Service } from '../office/service.ts';
import type { Who } from '../sign-in/who.ts';
import { openApiRoutes } from './api/routes.ts';
import { publicRoutes } from './routes.tsx';
import type { PublicProgram } from './view.ts';

const weekday = { from: '09:00', to: '16:30' };

/** The service of the page this site replaces. */
export const service: Service = {
  id: '00000000-0000-7000-8000-000000000001',
  name: 'Wirral Disagreement Resolution and Mediation Service',
  shortName: 'SEND mediation in Wirral',
  line: 'Run by the charity WIRED. We do not work for the council, a school or the health service.',
  area: 'Wirral',
  telephone: '0151 522 7990',
  email: 'mediationadmin@wired.me.uk',
  addressLines: [],
  hours: { 1: weekday, 2: weekday, 3: weekday, 4: weekday, 5: weekday },
  closureDays: new Map([['2026-12-24', 'Christmas Eve']]),
  signposts: [
    {
      kind: 'sendiass',
      name: 'Wirral SEND Partnership',
      what: 'Free, impartial information, advice and support.',
      how: 'Ring',
      contact: '0151 522 7990',
      addressLines: [],
      checkedOn: '2026-11-23',
    },
  ],
  settings: readSettings({}),
  letterWords: {},
  version: 1,
};

export const law = { holidays: seededHolidays(), rules: RULE_BOOK };

/** A Monday in term, a little before noon. */
export const NOW = '2026-11-23T11:55:00Z';

/** Makes the program that public pages see. */
export function testProgram({ now = NOW, ...rest }: Partial<PublicProgram> & { now?: string } = {}): PublicProgram {
  return {
    clock: frozenClock(now),
    law: () => law,
    service: () => service,
    trial: false,
    address: 'https://ground.example',
    ...rest,
  };
}

export interface PublicServer {
  readonly server: FastifyInstance;
  /** Every line that was logged. */
  readonly log: readonly string[];
  get(url: string): Promise<{ status: number; body: string; headers: Record<string, unknown> }>;
}

/** Starts it. */
export async function publicServer(
  program: PublicProgram = testProgram(),
  assetsFolder?: string,
): Promise<PublicServer> {
  const log: string[] = [];
  const time = () => program.clock.now().toString();
  const server = await createServer({
    publicUrl: new URL(program.address),
    trustProxy: [],
    time,
    log: createLog({ shape: 'json', time, write: (line) => void log.push(line) }),
    problemPage: ({ code }) => h('main', null, code),
    onDefect: (error) => {
      throw error;
    },
    ...(assetsFolder === undefined ? {} : { assetsFolder }),
  });
  mount<Who>(server, publicRoutes(program), {
    tokenKeys: [new Uint8Array(32)],
    whoIs: async () => ({ kind: 'visitor', serviceId: service.id }),
    sessionOf: () => null,
    mayEnter: (access) => (access === 'public' ? 'yes' : 'not-found'),
    signIn: (visit) => visit.redirect('/sign-in'),
    onExpired: (visit) => visit.redirect('/'),
  });
  mountOpenApi(server, openApiRoutes(program));
  await server.ready();
  const { host } = new URL(program.address);
  return {
    server,
    log,
    get: async (url) => {
      const { statusCode: status, body, headers } = await server.inject({ url, headers: { host } });
      return { status, body, headers };
    },
  };
}
