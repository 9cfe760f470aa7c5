// Decides whether an address stays on this site, for redirects and for "where were you going" after sign-in.

/**
 * Tells whether `value` is a path of this site: one leading slash, nothing a browser would read as another host
 * (`//`, `/\`), no control character (header injection), no `.` segment that climbs.
 */
export function isLocalPath(value: string): boolean {
  if (value.length > 2000 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(value) || value.includes('\\')) return false;
  const url = URL.parse(value, 'http://here.invalid');
  return url !== null && url.host === 'here.invalid' && url.pathname === value.split(/[?#]/, 1)[0];
}
