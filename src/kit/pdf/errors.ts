// The named ways in which making a document can fail; none carries a value of the document's data.

/** A document holds letters that no font of ours has. Ask for the spelling on the letter. */
export class LetterNotInFonts extends Error {
  override name = 'LetterNotInFonts';
  /** The missing letters, and the path of the value that holds them (`child.first`); empty where only Typst knows. */
  readonly letters: string[];
  readonly field: string;
  constructor(letters: string[], field: string) {
    const points = letters.map((letter) =>
      Array.from(letter, (part) => `U+${part.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`).join(' '),
    );
    super(`No font has ${points.join(', ')}${field ? `, needed by ${field}` : ''}`);
    this.letters = letters;
    this.field = field;
  }
}

/** A template could not be made into a document: a fault of the template or of the shape of its data, never to be tried again. */
export class PdfTemplateFailed extends Error {
  override name = 'PdfTemplateFailed';
  constructor(template: string, why: string) {
    super(`Template ${template}: ${why}`);
  }
}

/** A document took longer than the limit and its process was ended. */
export class PdfTimedOut extends Error {
  override name = 'PdfTimedOut';
  constructor(template: string, limitMs: number) {
    super(`Template ${template} took more than ${limitMs} ms`);
  }
}

/** The process that makes documents ended twice over one document. */
export class PdfProcessLost extends Error {
  override name = 'PdfProcessLost';
  constructor(template: string) {
    super(`The process that makes documents was lost twice over template ${template}`);
  }
}

/** More documents are waiting than the queue holds. Try again later. */
export class PdfQueueFull extends Error {
  override name = 'PdfQueueFull';
  constructor(limit: number) {
    super(`${limit} documents are waiting already`);
  }
}

/** Documents were asked for after `close()`, or were waiting when it was called. */
export class PdfClosed extends Error {
  override name = 'PdfClosed';
  constructor() {
    super('No more documents are made: closed');
  }
}
