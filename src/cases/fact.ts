// The shape of a fact: a code, ids, dates and other codes, and who may be told. Never a name, an address or typed text.

/** A value that can stand in the journal. Strings are ids, ISO days or codes: no spaces, so no words. */
export type FactValue = string | number | boolean | null | readonly string[];

/** Who a sentence is written for. */
export type Audience = 'desk' | 'family';

/** A fact of one of the given types. `readers` are participations that may be told; the desk always may. */
export type Fact<F> = {
  [Code in keyof F & string]: { readonly code: Code; readonly data: F[Code]; readonly readers: readonly string[] };
}[keyof F & string];

/** One sentence per fact and audience; `null` says that this audience is never told. */
export type Sentences<F> = {
  readonly [Code in keyof F & string]: { readonly [A in Audience]: ((data: F[Code]) => string) | null };
};

/** A sentence that was about to carry words into the journal. */
export class WordsInTheJournal extends Error {
  constructor(code: string, field: string) {
    super(`fact ${code}: ${field} is neither an id, a date nor a code`);
    this.name = 'WordsInTheJournal';
  }
}

const idDateOrCode = /^[A-Za-z0-9][A-Za-z0-9:.+_-]{0,63}$/;

/** Throws WordsInTheJournal when a fact carries anything but ids, days, numbers and codes. */
export function assertNoWords(code: string, data: Record<string, FactValue>): void {
  for (const [field, value] of Object.entries(data)) {
    const strings = typeof value === 'string' ? [value] : Array.isArray(value) ? value : [];
    if (strings.some((text) => !idDateOrCode.test(text))) throw new WordsInTheJournal(code, field);
  }
}
