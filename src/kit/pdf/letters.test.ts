import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fontFilesByFamily } from './fonts.ts';
import { lettersOfFont, missingLetters } from './letters.ts';

test.each([
  ['Welsh', 'Siân Prŷs Llŵyd Ŵyn Ỳ'],
  ['Polish', 'Zażółć gęślą jaźń ŁĘĄÓŚĆŹŻŃ'],
  ['Romanian', 'Ștefan Țepeș Ăîâ'],
  ['Turkish', 'Işık Doğan Çağrı Öztürk İpek'],
  ['Icelandic', 'Þórður Æsa Eiðsdóttir'],
  ['Maltese, Sami, Latvian', 'Ħaġar Ġorġ Čáhci Ŋ Ķēniņš'],
  ['Vietnamese', 'Nguyễn Thị Hường Đặng Văn Trường'],
  ['Greek', 'Ελένη Παπαδημητρίου ΐ ΰ'],
  ['Cyrillic', 'Щербакова Олександр Ґалаґан Ђорђевић Ўзбек'],
  ['Arabic, Persian, Urdu', 'فاطمة الزهراء پگاه ژاله گلناز ٹیپو ڈار ڑ ے'],
  ['Hebrew', 'שרה כהן־לוי'],
  ['an accent typed apart from its letter', 'Zoe\u0308 N\u0303u\u0301n\u0303ez'],
  ['joiners that Persian needs', 'می\u200cخواهم'],
  ['punctuation', 'O’Neill-D’Arcy (née “Smith”) … £5 – — · •'],
  ['line ends', 'one\ntwo\tthree\u00a0four'],
  ['nothing', ''],
])('prints %s', (_what, text) => {
  expect(missingLetters(text)).toEqual([]);
});

test.each([
  ['an emoji', 'Max 😀', ['😀']],
  ['an emoji of several parts, named whole', 'the 👩‍👧 family', ['👩‍👧']],
  ['Chinese', '王小明', ['王', '小', '明']],
  ['each letter once', '😀😀', ['😀']],
  ['Devanagari and Tamil', 'अ அ', ['அ']],
  ['a control character', 'a\u0007b', ['\u0007']],
])('names what is missing: %s', (_what, text, missing) => {
  expect(missingLetters(text)).toEqual(missing);
});

test('a letter that only some weights have is missing', () => {
  const regularOnly = '\u2183'; // Noto Sans has it upright, not in italics
  const [, [regular, italic]] = fontFilesByFamily() as [string[], string[]];
  expect(lettersOfFont(readFileSync(regular!)).has(0x2183) && !lettersOfFont(readFileSync(italic!)).has(0x2183)).toBe(
    true,
  );
  expect(missingLetters(regularOnly)).toEqual([regularOnly]);
});
