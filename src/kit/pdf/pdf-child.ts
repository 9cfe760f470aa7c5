// The process that turns a template and its data into a PDF with Typst. It is forked by pdf.ts with an empty environment, may write
// no file and start no process, and makes one document at a time. It uses only syntax that Node strips by itself.
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface Setup {
  templatesDir: string;
  fontFiles: string[];
  /** A regular expression that templates read as `sys.inputs.first-family-letters`. */
  firstFamilyLetters: string;
}

export interface Request {
  id: number;
  template: string;
  /** The data as JSON. It reaches the template as a value in `sys.inputs`, never as source. */
  data: string;
  /** Epoch seconds. */
  createdAt: number;
}

export type Answer =
  { id: number; pdf: Uint8Array } | { id: number; letters: string[] } | { id: number; failed: string };

const setup = JSON.parse(process.argv[2]!) as Setup;
const compiler = NodeCompiler.create({
  workspace: setup.templatesDir,
  fontArgs: [{ fontBlobs: setup.fontFiles.map((file) => readFileSync(file)) }],
});

function answer(request: Request): Answer {
  const { id } = request;
  const source = {
    mainFilePath: path.join(setup.templatesDir, `${request.template}.typ`),
    inputs: { data: request.data, 'first-family-letters': setup.firstFamilyLetters },
  };
  try {
    // Straight to PDF: compiling first and exporting afterwards leaks 0.6 MB each time.
    const pdf = compiler.pdf(source, { pdfStandard: 'ua-1', creationTimestamp: request.createdAt });
    return { id, pdf };
  } catch (error) {
    const faults = faultsOfTemplate(source) ?? faultsOfExport(error);
    const letters = faults.flatMap((fault) => /the text `"(.*)"` could not be displayed/.exec(fault)?.[1] ?? []);
    return letters.length ? { id, letters } : { id, failed: faults.map(withoutValues).join('; ') || 'no reason given' };
  } finally {
    compiler.evictCache(0);
  }
}

interface Diagnostic {
  message: string;
  path: string;
  range: { start: { line: number } } | null;
}

/** Compiles a template that failed once more, to learn what is wrong with it; null when it is the export that failed. */
function faultsOfTemplate(source: { mainFilePath: string; inputs: { data: string } }): string[] | null {
  const result = compiler.compile(source);
  const error = result.hasError() ? result.takeDiagnostics() : null;
  if (!error) return null;
  const diagnostics = compiler.fetchDiagnostics(error) as Diagnostic[];
  return diagnostics.map(({ message, path: file, range }) =>
    range ? `${path.basename(file)} line ${range.start.line + 1}: ${message}` : message,
  );
}

/** Takes the messages out of the text of an error of the export to PDF/UA. */
function faultsOfExport(error: unknown): string[] {
  const text = error instanceof Error ? error.message : String(error);
  return [...text.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map((found) => found[1]!.replace(/\\(["\\])/g, '$1'));
}

// Typst's messages may quote values, and values may be names: only what is known to quote none is passed on as it is.
const quoteNoValue = [
  /^dictionary does not contain key "[\w-]+"/,
  /^unknown variable: [\w-]+/,
  /^file not found \(searched at [^)]*\)/,
  /^failed to load file \([a-z ]+\)/,
  /^PDF\/UA-1 error: (?!the text)[^"`]*$/,
  /^expected [\w, ]+, found \w+$/,
  /^cannot [^"`]*$/,
];

function withoutValues(fault: string): string {
  const [, place, message] = /^([\w-]+\.typ line \d+: )?(.*)$/s.exec(fault)!;
  const known = quoteNoValue.map((shape) => shape.exec(message!)?.[0]).find((found) => found !== undefined);
  return `${place ?? ''}${
    known ??
    `${message!
      .split(/[:"`\d]/, 1)[0]!
      .slice(0, 40)
      .trim()} …`
  }`;
}

process.on('message', (request: Request) => process.send!(answer(request)));
process.on('disconnect', () => process.exit(0));
