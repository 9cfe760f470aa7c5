// The process that turns a template and its data into a PDF with Typst. It is forked by pdf.ts with an empty environment, may write
// no file and start no process, and makes one document at a time. It uses only syntax that Node strips by itself.
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface Setup {
  templatesDir: string;
  fontFiles: string[];
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
  try {
    const source = {
      mainFilePath: path.join(setup.templatesDir, `${request.template}.typ`),
      inputs: { data: request.data },
    };
    // Straight to PDF: compiling first and exporting afterwards leaks 0.6 MB each time.
    const pdf = compiler.pdf(source, { pdfStandard: 'ua-1', creationTimestamp: request.createdAt });
    return { id, pdf };
  } catch (error) {
    const messages = messagesOf(error);
    const letters = messages.flatMap((message) => /the text `"(.*)"` could not be displayed/.exec(message)?.[1] ?? []);
    return letters.length
      ? { id, letters }
      : { id, failed: messages.map(withoutValues).join('; ') || 'no reason given' };
  } finally {
    compiler.evictCache(0);
  }
}

/** Takes the messages out of the text of Typst's diagnostics. */
function messagesOf(error: unknown): string[] {
  const text = error instanceof Error ? error.message : String(error);
  return [...text.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map((found) => found[1]!.replace(/\\(["\\])/g, '$1'));
}

// Typst's messages may quote values, and values may be names: only what is known to quote none is passed on as it is.
const quoteNoValue = [
  /^dictionary does not contain key "[\w-]+"/,
  /^unknown variable: [\w-]+/,
  /^file not found \(searched at [^)]*\)/,
  /^PDF\/UA-1 error: (?!the text)[^"`]*$/,
  /^expected [\w, ]+, found [\w]+$/,
  /^cannot (join|add|apply|compare) [^"`]*$/,
];

function withoutValues(message: string): string {
  for (const shape of quoteNoValue) {
    const found = shape.exec(message);
    if (found) return found[0];
  }
  return `${message
    .split(/[:"`\d]/, 1)[0]!
    .slice(0, 40)
    .trim()} …`;
}

process.on('message', (request: Request) => process.send!(answer(request)));
process.on('disconnect', () => process.exit(0));
