/** Starts a PostgreSQL server of its own in a fresh folder on a free loopback port; `fsync` (default true) as in production. */
export function startPostgres(options?: { fsync?: boolean }): Promise<{
  readonly url: string;
  readonly socketUrl: string;
  stop(): Promise<void>;
}>;
