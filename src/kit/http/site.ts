// What the server knows about its own address: which hosts are us, and whether a request came from our own pages.
import type { FastifyRequest } from 'fastify';

export interface Site {
  /** Whether people reach us over https (the proxy in front counts). */
  readonly secure: boolean;
  /** Tells whether a Host header names us. Anything else is a mistake, or a page elsewhere that re-pointed its own name at us (DNS rebinding). */
  isOurHost(host: string): boolean;
  /** The origin our own pages have when the browser asked for `host`. */
  originFor(host: string): string;
}

/** Describes the site at its public address, or the trial's on this machine only (`null`). */
export function siteAt(publicUrl: URL | null): Site {
  if (publicUrl !== null) {
    return {
      secure: publicUrl.protocol === 'https:',
      isOurHost: (host) => host.toLowerCase() === publicUrl.host,
      originFor: () => publicUrl.origin,
    };
  }
  return {
    secure: false,
    isOurHost: (host) => /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(host),
    originFor: (host) => `http://${host.toLowerCase()}`,
  };
}

/**
 * Tells whether the browser says a form came from another site. `Sec-Fetch-Site` is believed first. `Origin: null` alone
 * decides nothing: `Referrer-Policy: no-referrer` makes browsers send it from our own pages too; the token decides then.
 */
export function isCrossSite(request: FastifyRequest, site: Site): boolean {
  const { origin, 'sec-fetch-site': fetchSite, host = '' } = request.headers;
  if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none') return true;
  return origin !== undefined && origin !== 'null' && origin !== site.originFor(host);
}
