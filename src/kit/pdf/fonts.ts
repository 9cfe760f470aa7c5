// Which font files documents may use and where they lie on this machine; templates name the same families in the same order.
import { createRequire } from 'node:module';
import path from 'node:path';

/** The files of one family. `letters` is the file whose letters stand for the family; a test holds the others to it. */
interface Family {
  package: string;
  letters: string;
  others: string[];
}

/**
 * The families in order of preference: a letter is taken from the first that has it. Atkinson Hyperlegible Next has Polish, Welsh,
 * Turkish and Romanian; Noto Sans adds Greek, Cyrillic and Vietnamese; Vazirmatn adds Arabic, Persian and Urdu (the Noto Arabic fonts
 * draw dots apart from letters, so a copied name comes out wrong). Every weight a template asks for is here, so none is borrowed.
 */
const families: Family[] = [
  {
    package: '@expo-google-fonts/atkinson-hyperlegible-next',
    letters: '400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
    others: [
      '500Medium_Italic/AtkinsonHyperlegibleNext_500Medium_Italic.ttf',
      '700Bold/AtkinsonHyperlegibleNext_700Bold.ttf',
    ],
  },
  {
    package: '@expo-google-fonts/noto-sans',
    letters: '400Regular/NotoSans_400Regular.ttf',
    others: ['500Medium_Italic/NotoSans_500Medium_Italic.ttf', '700Bold/NotoSans_700Bold.ttf'],
  },
  {
    package: '@expo-google-fonts/vazirmatn',
    letters: '400Regular/Vazirmatn_400Regular.ttf',
    others: ['700Bold/Vazirmatn_700Bold.ttf'],
  },
  {
    package: '@expo-google-fonts/noto-sans-hebrew',
    letters: '400Regular/NotoSansHebrew_400Regular.ttf',
    others: ['700Bold/NotoSansHebrew_700Bold.ttf'],
  },
];

const resolver = createRequire(import.meta.url);
const fileOf = (family: Family, file: string) =>
  path.join(path.dirname(resolver.resolve(`${family.package}/package.json`)), file);

/** Lists every font file, as absolute paths grouped by family, the family's letters first. Throws when a font package is not installed. */
export function fontFilesByFamily(): string[][] {
  return families.map((family) => [family.letters, ...family.others].map((file) => fileOf(family, file)));
}
