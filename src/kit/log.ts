// Writes what the program did, one line an event, in a shape that has no room for personal data.

/** What a field may hold. Objects, arrays and errors are refused: they carry more than the writer of the line knows. */
export type LogValue = string | number | boolean | null | undefined;
export type LogFields = Readonly<Record<string, LogValue>>;

export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

export interface LogOptions {
  /** `json` is one JSON object a line, for machines; `line` is for a person at a terminal. */
  readonly shape: 'json' | 'line';
  /** Gives the time as an ISO 8601 instant. */
  readonly time: () => string;
  /** Takes one line, its line end included. Standard error when left out. */
  readonly write?: (line: string) => void;
}

/** Longer text is cut: a field is a code, an id, a route pattern or a stack frame. */
const LONGEST_TEXT = 500;
const FRAMES = 6;

/** Makes a log. Events are kebab-case codes (`mail-refused`), never sentences built from data. */
export function createLog({ shape, time, write = (line) => void process.stderr.write(line) }: LogOptions): Log {
  const put = (level: 'info' | 'warn' | 'error', event: string, fields: LogFields = {}) => {
    const kept: [string, string | number | boolean | null][] = [];
    for (const [name, value] of Object.entries(fields)) if (value !== undefined) kept.push([name, plain(value)]);
    if (shape === 'json') {
      write(`${JSON.stringify({ time: time(), level, event, ...Object.fromEntries(kept) })}\n`);
      return;
    }
    const words = kept.map(
      ([name, value]) => `${name}=${/^[\w./:*-]+$/.test(String(value)) ? value : JSON.stringify(value)}`,
    );
    write(
      `${[time().slice(11, 19), level === 'info' ? '' : level.toUpperCase(), event, ...words].filter(Boolean).join(' ')}\n`,
    );
  };
  return {
    info: (event, fields) => put('info', event, fields),
    warn: (event, fields) => put('warn', event, fields),
    error: (event, fields) => put('error', event, fields),
  };
}

function plain(value: unknown): string | number | boolean | null {
  if (typeof value === 'string') return value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}…` : value;
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  return `(refused: ${Array.isArray(value) ? 'array' : typeof value})`;
}

/**
 * Describes an error for the log: its name, its code, the database object it names, and where it was thrown. Never its
 * message: a database quotes the value it refused, and values are people's words.
 */
export function describeError(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code, constraint, table, column } = error as Error & Record<string, unknown>;
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  // The stack begins with the message, whose own lines may look like frames: they go first.
  const stack = (error.stack ?? '').replace(error.message, '').replaceAll(`${process.cwd()}/`, '');
  const frames = stack.split('\n').flatMap((line) => /^ {4}at (.+:\d+:\d+\)?)$/.exec(line)?.[1] ?? []);
  return {
    error: error.name,
    code: text(code),
    constraint: text(constraint),
    table: text(table),
    column: text(column),
    at: frames.slice(0, FRAMES).join(' < ').slice(0, LONGEST_TEXT),
    cause: error.cause instanceof Error ? error.cause.name : undefined,
  };
}
