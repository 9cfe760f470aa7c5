// Takes the papers of one form in, each judged on its own: a bad one keeps no good one out, and is named with what is wrong.
import { createHash } from 'node:crypto';
import type { Inside } from '../cases/inside.ts';
import type { Passage, Refused } from '../cases/one-door.ts';
import type { SentFile } from '../kit/http/visit.ts';
import { derivedId } from '../kit/ids.ts';
import { takePaper, type DocumentProgram, type Place } from './commands.ts';
import type { Reader } from './reader/reader.ts';
import type { PaperRefusal } from './upload.ts';

/** What became of the files of one form, by the names their sender knows. */
export interface Taken {
  readonly kept: readonly string[];
  readonly refused: readonly { readonly name: string; readonly why: PaperRefusal }[];
}

/**
 * Takes each file in by an act of its own, made of the form's act and the file's bytes: the form sent again keeps nothing twice. `no-place`
 * where there is no case to put them in. One file is kept before the next is looked at.
 */
export async function takePapers(
  program: DocumentProgram,
  reader: Reader,
  passage: Passage,
  files: readonly SentFile[],
  placeIn: (inside: Inside) => Promise<Place | Refused<'no-place'>>,
): Promise<Taken | Refused<'no-place'>> {
  const kept: string[] = [];
  const refused: { name: string; why: PaperRefusal }[] = [];
  for (const file of files) {
    if (file.dropped) {
      refused.push({ name: file.name, why: file.dropped });
      continue;
    }
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    const once = { ...passage, actId: derivedId(passage.actId, 'takePaper', sha256) };
    const taken = await takePaper(program, reader, once, file, placeIn);
    if (!('refused' in taken)) kept.push(file.name);
    else if (taken.refused === 'no-place') return { refused: taken.refused };
    else refused.push({ name: file.name, why: taken.refused });
  }
  return { kept, refused };
}
