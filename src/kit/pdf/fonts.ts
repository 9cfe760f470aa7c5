// Which font files documents may use and where they lie on this machine; templates name the same families in the same order.
import { createRequire } from 'node:module';
import path from 'node:path';

interface Family {
  package: string;
  files: string[];
}

/**
 * The families in order of preference: a letter is taken from the first that has it. Atkinson Hyperlegible Next has Polish, Welsh,
 * Turkish and Romanian; Noto Sans adds Greek, Cyrillic and Vietnamese; Vazirmatn adds Arabic, Persian and Urdu (the Noto Arabic fonts
 * draw dots apart from letters, so a copied name comes out wrong). Every weight a template asks for is here, so none is borrowed.
 */
const families: Family[] = [
  {
    package: '@expo-google-fonts/atkinson-hyperlegible-next',
    files: [
      '400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
      '500Medium_Italic/AtkinsonHyperlegibleNext_500Medium_Italic.ttf',
      '700Bold/AtkinsonHyperlegibleNext_700Bold.ttf',
    ],
  },
  {
    package: '@expo-google-fonts/noto-sans',
    files: [
      '400Regular/NotoSans_400Regular.ttf',
      '500Medium_Italic/NotoSans_500Medium_Italic.ttf',
      '700Bold/NotoSans_700Bold.ttf',
    ],
  },
  {
    package: '@expo-google-fonts/vazirmatn',
    files: ['400Regular/Vazirmatn_400Regular.ttf', '700Bold/Vazirmatn_700Bold.ttf'],
  },
  {
    package: '@expo-google-fonts/noto-sans-hebrew',
    files: ['400Regular/NotoSansHebrew_400Regular.ttf', '700Bold/NotoSansHebrew_700Bold.ttf'],
  },
];

const resolver = createRequire(import.meta.url);

/** Lists every font file as absolute paths, grouped by family. Throws when a font package is not installed. */
export function fontFilesByFamily(): string[][] {
  return families.map((family) => {
    const folder = path.dirname(resolver.resolve(`${family.package}/package.json`));
    return family.files.map((file) => path.join(folder, file));
  });
}
