import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  infoOf,
  metadataOf,
  pictureDescriptions,
  spokenText,
  tagsOf,
  textOf,
  unpacked,
} from '../../kit/pdf/fixtures/poppler.ts';
import { startPdf, type Pdf } from '../../kit/pdf/pdf.ts';
import { qrSvg } from '../../kit/pdf/qr.ts';
import type { AddressSheetData, CertificateData, CoveringLetterData, DocumentData, HouseLetterData } from './data.ts';
import {
  addressSheet,
  certificate,
  certificateVariants,
  coveringLetter,
  coveringLetterVariants,
  houseLetter,
} from './fixtures/papers.ts';

let pdf: Pdf;
beforeAll(async () => {
  pdf = await startPdf({ templatesDir: new URL('.', import.meta.url).pathname });
});
afterAll(() => pdf.close());

const createdAt = Date.UTC(2026, 10, 23, 10, 42) / 1000;
const render = <T extends keyof DocumentData>(template: T, data: DocumentData[T]) =>
  pdf.render({ template, data, createdAt });

const looks: Pick<CertificateData, 'format' | 'specimen'>[] = [
  { format: 'standard', specimen: false },
  { format: 'standard', specimen: true },
  { format: 'large-print', specimen: false },
  { format: 'large-print', specimen: true },
];
const called = (look: (typeof looks)[number]) => `${look.format}${look.specimen ? ', specimen' : ''}`;
const inEveryLook = <T extends object>(variants: Record<string, T>) =>
  Object.entries(variants).flatMap(([name, change]) =>
    looks.map((look) => [`${name}, ${called(look)}`, { ...change, ...look }] as const),
  );

/** The levels of the headings in reading order. */
const headingLevels = (tags: string) => [...tags.matchAll(/^ *H(\d) /gm)].map((found) => Number(found[1]));

/** Checks what every paper owes to a reader who cannot see it, and to the people named in it. */
function expectGoodPaper(bytes: Uint8Array, specimen: boolean, names: string[]): void {
  const info = infoOf(bytes);
  expect(info.Tagged).toBe('yes');
  expect(metadataOf(bytes)).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
  const tags = tagsOf(bytes);
  const levels = headingLevels(tags);
  expect(levels[0]).toBe(1);
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  for (const [i, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1);
  expect(info.Title!.startsWith('Specimen: ')).toBe(specimen);
  expect(tags.includes('SPECIMEN')).toBe(specimen); // read aloud, not only seen
  const hidden = `${info.Title} ${info.Author} ${metadataOf(bytes)}`;
  for (const word of names.flatMap((name) => name.split(/[\s-]+/)).filter((part) => part.length > 2))
    expect(hidden).not.toContain(word);
}

/** A name may be broken over lines at a space or hyphen; each of its parts must come back as it went in. */
function expectToRead(text: string, name: string): void {
  for (const part of name.split(/[\s-]+/)) expect(text).toContain(part);
}

describe.each(inEveryLook(certificateVariants))('the certificate: %s', (_name, change) => {
  const data: CertificateData = { ...certificate, ...change };
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await render('certificate', data);
  });

  test('says what is certified, for whom, about which decision and when', () => {
    expectGoodPaper(bytes, data.specimen, [data.appellant.name, data.child.first, data.child.last, data.adviser.name]);
    const text = textOf(bytes);
    expect(text).toContain(
      {
        information: 'Section 55(4)',
        participation: 'Section 55(5)',
        'not-arranged-notice': 'Section 55(5)',
        'not-arranged-lapse': 'Section 55(5)',
      }[data.limb],
    );
    expect(text).toContain(
      {
        information: `the ${data.appellant.called} has informed me that they do not wish to pursue mediation.`,
        participation: `the ${data.appellant.called} has participated in mediation.`,
        'not-arranged-notice':
          'the local authority has given notice that it is unable to arrange mediation within 30 days.',
        'not-arranged-lapse': '30 days have passed and mediation has not been arranged.',
      }[data.limb],
    );
    for (const value of [
      data.date,
      data.number.join(' '),
      data.code.join(' '),
      data.child.born,
      data.authority.name,
      data.decision.printed,
      data.check.address,
    ])
      expect(text).toContain(value);
    for (const { date } of data.dates) expect(text).toContain(date);
    for (const name of [data.appellant.name, data.child.first, data.child.last, data.adviser.name])
      expectToRead(text, name);
    expect(text).toMatch(new RegExp(`First names of the ${data.child.called}.*Last name`));
    expect(text).not.toMatch(/appeal by|Tribunal must/i);
  });

  test('prints strips, the date sent and the note on the date only when they are there', () => {
    const text = textOf(bytes);
    expect(text.includes('It replaces version')).toBe(data.replaces !== undefined);
    expect(text.includes('An earlier certificate was issued')).toBe(data.earlier !== undefined);
    expect(text.includes('Date letter was sent')).toBe(data.decision.sent !== undefined);
    expect(text.includes('Date given by the caller; letter not seen')).toBe(!data.decision.letterSeen);
  });

  test('reads aloud as labels with their values and a described picture', async () => {
    expect(tagsOf(bytes)).toMatch(/LI \(block\)[\s\S]*Lbl[\s\S]*LBody/);
    expect(await pictureDescriptions(bytes)).toEqual([
      'QR code that opens the page where this certificate can be checked',
    ]);
  });
});

test('every certificate of ordinary length is one page in standard print', async () => {
  for (const name of ['information', 'participation', 'not arranged, by lapse, a young person']) {
    for (const specimen of [false, true])
      expect(
        infoOf(await render('certificate', { ...certificate, ...certificateVariants[name], specimen })).Pages,
        name,
      ).toBe('1');
  }
});

test('a certificate has the same bytes for the same data', async () => {
  const hashes = await Promise.all(
    [1, 2, 3].map(async () =>
      createHash('sha256')
        .update(await render('certificate', certificate))
        .digest('hex'),
    ),
  );
  expect(new Set(hashes).size).toBe(1);
  expect(hashes[0]).not.toBe(
    createHash('sha256')
      .update(await render('certificate', { ...certificate, date: 'Tuesday 24 November 2026' }))
      .digest('hex'),
  );
});

test('a real QR code is drawn from data', async () => {
  const qr = await qrSvg('https://check.harbour.example/c/4H7K2M9T');
  expect(await qrSvg('https://check.harbour.example/c/4H7K2M9T')).toBe(qr);
  expect(infoOf(await render('certificate', { ...certificate, check: { ...certificate.check, qr } })).Pages).toBe('1');
});

describe('names of many scripts come back as they went in', () => {
  test.each([
    ['Welsh', 'Siân Llŷr', 'Prŷs-Ŵyn'],
    ['Polish', 'Świętosława Żaneta', 'Wójcik-Śliwińska'],
    ['Romanian', 'Ștefan Țepeș', 'Brâncușeanu'],
    ['Turkish', 'Işıl İpek', 'Çağlayangöz'],
    ['Icelandic', 'Þórdís Æsa', 'Eiðsdóttir'],
    ['Vietnamese', 'Nguyễn Thị Hường', 'Đặng'],
    ['Greek', 'Νικόλαος Γεώργιος', 'Παπαδημητρίου'],
    ['Cyrillic', 'Олександра Ґалина', 'Щербакова-Ђорђевић'],
    ['Arabic', 'فاطمة الزهراء', 'عبد الرحمن'],
    ['Arabic, with the name of God', 'يوسف', 'عبد الله'],
    ['Yoruba', 'Adébáyọ̀ Ṣọlá', 'Ọlátúnjí'],
    ['Māori and Esperanto', 'Tūī Mārō', 'Ĉapelĝusto'],
    ['Urdu', 'ٹیپو ڈار', 'گل'],
    ['Hebrew', 'שרה רבקה', 'כהן'],
    ['Hebrew, with its hyphen and a foreign letter', 'ג׳ורג׳ רחל', 'כהן־לוי'],
    ['ligatures and apostrophes', 'Fflur Siffija', 'O’Fficer-D’Arcy'],
  ])('%s', async (_script, first, last) => {
    const data: CertificateData = {
      ...certificate,
      appellant: { ...certificate.appellant, name: `${first} ${last} (known as Sam)` },
      child: { ...certificate.child, first, last },
      adviser: { ...certificate.adviser, name: `${first} ${last}` },
    };
    for (const format of ['standard', 'large-print'] as const) {
      const text = textOf(await render('certificate', { ...data, format }));
      expectToRead(text, first);
      expectToRead(text, last);
      expect(text).toContain('known as Sam');
    }
  });

  test('the Arabic lam-alef, which is one shape, is given as its two letters in the order of writing', async () => {
    const bytes = await render('certificate', { ...certificate, child: { ...certificate.child, first: 'علاء' } });
    // Not read with pdftotext: it turns the two letters of one shape round, as it does in any document.
    expect(unpacked(bytes)).toContain('<06440627>');
  });

  test('a name of two hundred letters', async () => {
    const long = Array.from({ length: 20 }, () => 'Konstantin')
      .join(' ')
      .slice(0, 200);
    const bytes = await render('certificate', { ...certificate, child: { ...certificate.child, first: long } });
    expect(textOf(bytes).split('Konstantin')).toHaveLength(18 + 1);
  });

  test.each(['standard', 'large-print'] as const)(
    'two hundred letters without a space stay on the paper, in %s',
    async (format) => {
      const long = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(6).slice(0, 200);
      const child = { ...certificate.child, first: long, last: long };
      const text = textOf(await render('certificate', { ...certificate, format, child }))
        .replace(/[\s\u200b]/g, '')
        .replace(/Certificate4H7K2M9TPage\dof\d/g, ''); // the foot, where a name goes on overleaf
      expect(text.split(long)).toHaveLength(2 + 1); // What lies outside the page is not read out.
      const to = { lines: [long, '14 Example Road'], greeting: long };
      const letter = textOf(await render('covering-letter', { ...coveringLetter, format, to })).replace(
        /[\s\u200b]/g,
        '',
      );
      expect(letter).toContain(`Dear${long}`);
    },
  );
});

describe.each(inEveryLook(coveringLetterVariants))('the covering letter: %s', (_name, change) => {
  const data: CoveringLetterData = { ...coveringLetter, ...change };
  const { appeal } = data;
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await render('covering-letter', data);
  });

  test('says when, what, where and who helps', () => {
    expectGoodPaper(bytes, data.specimen, [data.to.lines[0]!, data.adviser.name]);
    const text = textOf(bytes);
    for (const { what } of data.send) expect(text).toContain(what);
    for (const { name, contact } of data.help) expect(text).toMatch(new RegExp(`${name}.*${contact}`));
    for (const value of [
      data.tribunal.email,
      data.tribunal.telephone,
      data.tribunal.checked,
      data.number.join(' '),
      ...data.tribunal.address,
    ])
      expect(text).toContain(value);
    for (const why of appeal.why) expect(text).toContain(why);
    expect(text.includes('We have corrected')).toBe(data.corrected !== undefined);
    if (data.format === 'standard') expect(infoOf(bytes).Pages).toBe('2');
  });

  test('gives two dates, or says to ask for permission now; never more time than there is', () => {
    const text = spokenText(bytes);
    if (appeal.kind === 'late') {
      expect(text).toContain(`The two months for an appeal ended on ${appeal.twoMonthsEnded}`);
      expect(text).toContain(`You contacted us on ${appeal.contacted}`);
      expect(text).toMatch(/ask the Tribunal’s permission to appeal late/);
      expect(text).toContain('Your certificate does not give you more time');
      expect(text).not.toMatch(/Your two dates|must have it by|One month/);
    } else {
      expect(text).toContain(`The Tribunal must have it by ${appeal.hour} on ${appeal.receivedBy}`);
      expect(text).toContain(appeal.sendBy ? `Send your appeal by ${appeal.sendBy}` : 'Send your appeal Straight away');
      expect(text.includes('does not give you more time')).toBe(appeal.certificateAddsTime !== 'yes');
      expect(text.includes('The law asks for no certificate')).toBe(appeal.certificateAddsTime === 'no-section-i-only');
      expect(text.includes('Your first certificate for this decision set the date')).toBe(
        appeal.certificateAddsTime === 'no-earlier-certificate',
      );
    }
  });
});

test('the first page of the letter says when, what and where, however long the reasons are', async () => {
  const { appeal } = coveringLetter;
  const why = Array.from({ length: 4 }, () => appeal.why[0]!);
  const address = [
    'First-tier Tribunal (SEND)',
    '1st Floor, Example Court',
    'Example Street',
    'Example Town',
    'ZZ1 1ZZ',
  ];
  const tribunal = { ...coveringLetter.tribunal, address };
  const data = { ...coveringLetter, appeal: { ...appeal, why }, tribunal };
  const [first = '', second = ''] = textOf(await render('covering-letter', data)).split('Page 1 of 2');
  for (const heading of ['Your two dates', 'What to send', 'Where to send it']) expect(first).toContain(heading);
  expect(second).toContain('Why these dates?');
});

describe.each(
  inEveryLook({
    'one sheet': {},
    'on any day': { postOn: undefined },
    'seven lines': {
      to: {
        lines: [
          'Agnieszka Wójcik-Śliwińska',
          'Flat 12b',
          'The Old Mill House',
          '14 Example Road',
          'Lower Example',
          'Westmere',
          'ZZ41 0ZZ',
        ],
      },
    },
  }),
)('the address sheet: %s', (_name, change) => {
  const data: AddressSheetData = { ...addressSheet, ...change };

  test('is one page with the address, the papers and what to do', async () => {
    const bytes = await render('address-sheet', data);
    expectGoodPaper(bytes, data.specimen, [data.to.lines[0]!]);
    const text = textOf(bytes);
    for (const line of data.to.lines) expect(text).toContain(line);
    expect(text).toContain(`If undelivered: ${data.returnTo}`);
    expect(text).toContain('the 3 pages listed above');
    expect(text).toContain(data.postOn ?? 'Post it today, or on the next working day.');
    expect(infoOf(bytes).Pages).toBe('1');
  });

  test('shows the address, and nothing that tells what it is about, in the window', async () => {
    const window = textOf(await render('address-sheet', data), { x: 15, y: 48, width: 100, height: 39 });
    for (const line of data.to.lines) expect(window).toContain(line);
    expect(window).not.toMatch(/mediation|certificate|harbour|specimen$/i);
  });

  test('keeps a name of two lines, and whatever the service says of itself, out of the window', async () => {
    const name = 'Borough of Westmere Disagreement Resolution and Mediation Service';
    const line = 'Run by the charity Harbour. We do not work for the council, a school or the health service.';
    const long = { ...data, service: { ...data.service, name, line } };
    const window = textOf(await render('address-sheet', long), { x: 15, y: 46, width: 180, height: 41 });
    expect(window.trim().startsWith(`If undelivered: ${data.returnTo} ${data.to.lines[0]}`)).toBe(true);
    expect(window).not.toMatch(/service|council|school/i);
  });
});

describe.each(inEveryLook({ 'with a list and a date': {}, 'signed by nobody': { signedBy: [] } }))(
  'any other letter of the house: %s',
  (_name, change) => {
    const data: HouseLetterData = { ...houseLetter, ...change };

    test('says its words, to whom, from whom, and where to write to', async () => {
      const bytes = await render('house-letter', data);
      expectGoodPaper(bytes, data.specimen, [data.to.lines[0]!]);
      const text = spokenText(bytes);
      for (const line of [data.heading, data.date, data.writeTo, ...data.to.lines, ...data.signedBy])
        expect(text).toContain(line);
      for (const part of data.parts)
        for (const words of part.kind === 'list' ? part.items : part.kind === 'date' ? [part.day] : [part.words])
          expect(text).toContain(words);
      expect(text).not.toMatch(/this e-mail|press|reply/i);
    });
  },
);

test('a service that has given no postal address prints no empty one', async () => {
  const sheet = textOf(await render('address-sheet', { ...addressSheet, returnTo: '' }));
  expect(sheet).toContain(addressSheet.to.lines[0]);
  expect(sheet).not.toContain('If undelivered');
  const letter = spokenText(await render('house-letter', { ...houseLetter, writeTo: '' }));
  expect(letter).toContain('Is this letter not for you?');
  expect(letter).not.toContain('Write to us:');
});
