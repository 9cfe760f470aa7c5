import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LetterNotInFonts, PdfClosed, PdfProcessLost, PdfQueueFull, PdfTemplateFailed, PdfTimedOut } from './errors.ts';
import { infoOf, textOf } from './fixtures/poppler.ts';
import { missingLetters } from './letters.ts';
import { startPdf, type Pdf, type PdfOptions } from './pdf.ts';

const fonts = '"Atkinson Hyperlegible Next", "Noto Sans", "Vazirmatn", "Noto Sans Hebrew"';
const families =
  '((name: "Atkinson Hyperlegible Next", covers: regex(sys.inputs.first-family-letters)), "Noto Sans", "Vazirmatn", "Noto Sans Hebrew")';
const start = `#let d = json(bytes(sys.inputs.data))\n#set document(title: "A test")\n#set text(font: (${fonts}), fallback: false)\n`;
const templates = {
  plain: `${start}= Hello #d.name`,
  letters: `${start}#set text(font: ${families}, ligatures: false)\n= Letters\n#for (weight, style) in ((400, "normal"), (700, "normal"), (500, "italic")) { set text(weight: weight, style: style); for line in d.lines { block(line) } }`,
  slow: `${start}= Slow\n#for i in range(d.rounds) { if calc.rem(i, 1000) == 0 [#i ] }`,
  broken: `${start}= Hello #d.surname`,
  panics: `${start}#panic("no such person: " + d.name)`,
  'adds-name': `${start}#(1 + d.name)`,
  untitled: `#set text(font: (${fonts}), fallback: false)\n= No title`,
  'own-letter': `${start}= A letter of the template’s own: 王`,
  'other-font': `#set document(title: "A test")\n#set text(font: "DejaVu Sans", fallback: false)\n= Hi`,
  outside: `#set document(title: "A test")\n#read("../secret.txt")`,
};

let templatesDir = '';
const opened: Pdf[] = [];
const open = async (options: Partial<PdfOptions> = {}) => {
  const pdf = await startPdf({ templatesDir, ...options });
  opened.push(pdf);
  return pdf;
};
const createdAt = 1_795_430_520;
const name = 'Zofia Ządło';

beforeAll(() => {
  templatesDir = path.join(mkdtempSync(path.join(tmpdir(), 'pdf-test-')), 'templates');
  mkdirSync(path.join(templatesDir, 'assets'), { recursive: true });
  writeFileSync(path.join(templatesDir, '..', 'secret.txt'), 'secret');
  const fontSettings = readFileSync(
    new URL('../../certificates/documents/assets/only-our-fonts.conf', import.meta.url),
  );
  writeFileSync(path.join(templatesDir, 'assets', 'only-our-fonts.conf'), fontSettings);
  for (const [template, source] of Object.entries(templates))
    writeFileSync(path.join(templatesDir, `${template}.typ`), source);
});
afterAll(async () => {
  await Promise.all(opened.map((pdf) => pdf.close()));
  rmSync(path.dirname(templatesDir), { recursive: true });
});

describe('a document', () => {
  test('is tagged PDF/UA with the given date of making, and holds the data', async () => {
    const pdf = await open();
    expect(pdf.processIds()).toEqual([]); // nothing runs before the first document
    const bytes = await pdf.render({ template: 'plain', data: { name }, createdAt });
    expect(textOf(bytes)).toContain(`Hello ${name}`);
    expect(infoOf(bytes)).toMatchObject({ Tagged: 'yes', Title: 'A test' });
    expect(Buffer.from(bytes).toString('latin1')).toContain('/CreationDate (D:20261123104200Z)');
    expect(pdf.processIds()).toHaveLength(1);
  });

  test('has the same bytes for the same input, from whichever process', async () => {
    const hashes = new Set<string>();
    for (const pdf of [await open(), await open({ renewAfter: 1 })]) {
      for (let i = 0; i < 3; i++) {
        hashes.add(
          createHash('sha256')
            .update(await pdf.render({ template: 'plain', data: { name }, createdAt }))
            .digest('hex'),
        );
      }
    }
    expect(hashes.size).toBe(1);
  });

  test('gives back every letter of the scripts of Europe once, upright, bold and italic', async () => {
    const pdf = await open();
    const blocks = [
      [0xc0, 0x24f], // Latin: western, Welsh, Polish, Turkish, Romanian, Maltese …
      [0x370, 0x3ff], // Greek
      [0x400, 0x52f], // Cyrillic
      [0x1e00, 0x1eff], // Latin: Welsh, Irish, Yoruba, Vietnamese
    ] as const;
    const letters = blocks.flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)),
    );
    const readWithSpace = ['ḿ', 'ṃ', 'ṅ']; // Noto Sans draws them so that poppler sees a space after them
    const printable = letters.filter(
      (letter) =>
        /\p{L}/u.test(letter) &&
        letter === letter.normalize('NFC') &&
        missingLetters(letter).length === 0 &&
        !readWithSpace.includes(letter),
    );
    expect(printable.length).toBeGreaterThan(1000);
    const lines = printable.map((letter) => `xa${letter}bx`);
    const text = textOf(await pdf.render({ template: 'letters', data: { lines }, createdAt }));
    expect(lines.filter((line) => text.split(line).length !== 4)).toEqual([]);
  });

  test('composes letters whose accents were typed apart', async () => {
    const pdf = await open();
    expect(textOf(await pdf.render({ template: 'plain', data: { name: 'Zoe\u0308' }, createdAt }))).toContain(
      'Hello Zo\u00eb',
    );
  });

  test('takes data as text, whatever it looks like', async () => {
    const pdf = await open();
    const sly = '#panic("x") *bold* $x$ ] #{ } \\ = <label> @ref // rest';
    expect(textOf(await pdf.render({ template: 'plain', data: { name: sly }, createdAt }))).toContain(sly);
  });
});

describe('a refusal', () => {
  const refused = async (template: string, data: object = { name }) => {
    const pdf = await open();
    return pdf.render({ template, data, createdAt }).then(
      () => expect.unreachable('it was made'),
      (error: unknown) => error as Error,
    );
  };

  test('names the letter that no font has and the field that holds it', async () => {
    const error = await refused('plain', { name: 'Max', child: { first: 'Max 😀' } });
    expect(error).toBeInstanceOf(LetterNotInFonts);
    expect(error).toMatchObject({
      letters: ['😀'],
      field: 'child.first',
      message: 'No font has U+1F600, needed by child.first',
    });
  });

  test('names a letter that the template itself brings', async () => {
    expect(await refused('own-letter')).toMatchObject({ name: 'LetterNotInFonts', letters: ['王'] });
  });

  test.each([
    ['broken', 'Template broken: broken.typ line 4: dictionary does not contain key "surname"'],
    ['panics', 'Template panics: panics.typ line 4: panicked with …'],
    ['adds-name', 'Template adds-name: adds-name.typ line 4: cannot add integer and string'],
    ['untitled', 'Template untitled: PDF/UA-1 error: missing document title'],
    ['missing', 'Template missing: file not found'],
    ['outside', 'Template outside: outside.typ line 2: failed to load file (access denied)'],
  ])('of template %s says what is wrong without any value of the data', async (template, message) => {
    const error = await refused(template);
    expect(error).toBeInstanceOf(PdfTemplateFailed);
    expect(error.message).toContain(message);
    expect(`${error.message}${error.stack}`).not.toMatch(/Zofia|Ządło|secret/);
  });

  test('of a name that is no template name', async () => {
    expect(await refused('../plain')).toMatchObject({ name: 'PdfTemplateFailed' });
  });

  test('to borrow a font of this machine', async () => {
    const pdf = await open();
    const bytes = await pdf.render({ template: 'other-font', data: {}, createdAt });
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('DejaVu');
  });

  test('when the templates are not there', async () => {
    await expect(startPdf({ templatesDir: '/nowhere' })).rejects.toThrow('is missing');
  });
});

describe('the processes', () => {
  test('one lost in the middle of a document is replaced and the document made', async () => {
    const pdf = await open();
    const made = pdf.render({ template: 'slow', data: { rounds: 300_000 }, createdAt });
    const [first] = pdf.processIds();
    process.kill(first!, 'SIGKILL');
    expect(infoOf(await made)).toMatchObject({ Tagged: 'yes' });
    expect(pdf.processIds()).not.toContain(first);
  });

  test('a document that loses two processes is given up, and the next is made', async () => {
    const pdf = await open();
    const lost = pdf.render({ template: 'slow', data: { rounds: 300_000 }, createdAt });
    const outcome = expect(lost).rejects.toBeInstanceOf(PdfProcessLost);
    const [first] = pdf.processIds();
    process.kill(first!, 'SIGKILL');
    await expect.poll(() => pdf.processIds().find((id) => id !== first)).toBeDefined();
    process.kill(pdf.processIds()[0]!, 'SIGKILL');
    await outcome;
    await expect(pdf.render({ template: 'plain', data: { name }, createdAt })).resolves.toBeInstanceOf(Uint8Array);
  });

  test('one that takes too long is ended, and what waited is made', async () => {
    const pdf = await open({ timeLimitMs: 1500 });
    const slow = pdf.render({ template: 'slow', data: { rounds: 100_000_000 }, createdAt });
    const next = pdf.render({ template: 'plain', data: { name }, createdAt });
    await expect(slow).rejects.toBeInstanceOf(PdfTimedOut);
    await expect(next).resolves.toBeInstanceOf(Uint8Array);
  });

  test('are renewed after so many documents, without losing one', async () => {
    const pdf = await open({ renewAfter: 2, processes: 2 });
    const seen = new Set<number>();
    const all = Array.from({ length: 7 }, async (_, i) => {
      const bytes = await pdf.render({ template: 'plain', data: { name: `No ${i}` }, createdAt });
      for (const id of pdf.processIds()) seen.add(id);
      return textOf(bytes).includes(`No ${i}`);
    });
    expect(await Promise.all(all)).toEqual(Array.from({ length: 7 }, () => true));
    expect(pdf.processIds().length).toBeLessThanOrEqual(2);
    expect(seen.size).toBeGreaterThan(2);
  });

  test('an idle one is ended', async () => {
    const pdf = await open({ idleMs: 1 });
    await pdf.render({ template: 'plain', data: { name }, createdAt });
    await expect.poll(() => pdf.processIds()).toEqual([]);
  });

  test('no more wait than the queue holds', async () => {
    const pdf = await open({ queueLimit: 1 });
    const ask = () => pdf.render({ template: 'plain', data: { name }, createdAt });
    const [made, waits, refused] = [ask(), ask(), ask()];
    await expect(refused).rejects.toBeInstanceOf(PdfQueueFull);
    expect(await Promise.all([made, waits])).toHaveLength(2);
  });

  test('closing ends them and refuses what waits and what comes', async () => {
    const pdf = await open();
    const ask = () => pdf.render({ template: 'plain', data: { name }, createdAt });
    const outcomes = Promise.allSettled([ask(), ask()]);
    await pdf.close();
    for (const outcome of await outcomes)
      expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(PdfClosed) as unknown });
    await expect(ask()).rejects.toBeInstanceOf(PdfClosed);
    expect(pdf.processIds()).toEqual([]);
  });

  test('memory stays flat over hundreds of documents', async () => {
    const pdf = await open();
    const many = (count: number) =>
      Promise.all(
        Array.from({ length: count }, (_, i) =>
          pdf.render({ template: 'plain', data: { name: `No ${i}` }, createdAt }),
        ),
      );
    const resident = () =>
      Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pdf.processIds()[0]}/status`, 'utf8'))![1]) / 1024;
    await many(300); // the allocator takes its working room in these
    const before = resident();
    await many(300);
    expect(resident() - before).toBeLessThan(25); // a leak of 0.6 MB each would be 180
  });
});
