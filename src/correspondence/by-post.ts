// Turns a letter of the house into one that is printed and posted: the same words without what only an e-mail can do, as a PDF in the
// size the person reads, under a sheet with the address.
import type { AddressSheetData, HouseLetterData } from '../certificates/documents/data.ts';
import { sayDay } from '../cases/day.ts';
import type { Inside } from '../cases/inside.ts';
import { newId } from '../kit/ids.ts';
import { missingLetters } from '../kit/pdf/letters.ts';
import { inFours } from '../kit/reference.ts';
import { orReply, writeLetter, type Block, type HouseLetter, type LetterService } from './house-letter.tsx';
import type { NewLetter, NewPaper } from './queue.ts';

/** What stands in a posted letter where an e-mail says that it can be replied to. */
const orWrite = 'or write to us at the address at the end of this letter';

/** Gives the letter as it is said on paper: nobody can press a link or reply to it, and without an address they cannot write back. */
export function onPaper(letter: HouseLetter, hasAddress: boolean): HouseLetter {
  const wordsOnPaper = (words: string): string =>
    hasAddress
      ? words.replaceAll(orReply, orWrite)
      : words.replaceAll(`, ${orReply}`, '').replaceAll(` ${orReply}`, '');
  return { ...letter, blocks: letter.blocks.map((block) => blockOnPaper(block, wordsOnPaper)) };
}

function blockOnPaper(block: Block, wordsOnPaper: (words: string) => string): Block {
  if (block.kind === 'list') return { ...block, items: block.items.map(wordsOnPaper) };
  if (block.kind === 'date') return block;
  if (block.kind === 'link') return { kind: 'words', words: `${block.words}: ${block.url}` };
  return { ...block, words: wordsOnPaper(block.words) };
}

/** Reads a letter back from the text of its e-mail, as `writeLetter` wrote it, so that it can go by post instead. */
export function fromText(subject: string, text: string): HouseLetter {
  const parts = text.trim().split('\n\n');
  const foot = parts.at(-2) ?? '';
  return {
    subject,
    preview: '',
    heading: parts[0] ?? subject,
    blocks: parts.slice(1, -2).map(blockOfText),
    // The service's name and line stand at the head of the paper.
    signedBy: foot.split('\n').slice(0, -2),
  };
}

function blockOfText(part: string): Block {
  const lines = part.split('\n');
  if (lines.every((line) => line.startsWith('- '))) return { kind: 'list', items: lines.map((line) => line.slice(2)) };
  const isHeading = lines.length === 1 && /\p{Lu}/u.test(part) && part === part.toUpperCase();
  return isHeading
    ? { kind: 'heading', words: `${part.slice(0, 1)}${part.slice(1).toLowerCase()}` }
    : { kind: 'words', words: part.replace(/:\n(?=https?:)/, ': ') };
}

export interface Posting {
  readonly serviceId: string;
  readonly personId: string | null;
  readonly name: string;
  /** Below the name. */
  readonly addressLines: readonly string[];
  readonly format: 'standard' | 'large-print';
  readonly letter: HouseLetter;
  /** False where others than the person may open it: it then bears no reference. */
  readonly namesTheCase?: boolean;
}

/**
 * Packs a letter for the post, with the papers to be made. A letter that no font of ours can print has none: its words are then
 * printed from the page of the pack.
 */
export async function packLetter(
  inside: Pick<Inside, 'tx' | 'now' | 'today' | 'case'>,
  { serviceId, personId, name, addressLines, format, letter, namesTheCase = true }: Posting,
): Promise<
  Pick<NewLetter, 'personId' | 'channel' | 'format' | 'subject' | 'text' | 'html' | 'toAddress' | 'toLines' | 'papers'>
> {
  const { tx, now, today } = inside;
  const service = await getPostingService(tx, serviceId);
  const said = onPaper(letter, service.address !== '');
  const lines = [name, ...addressLines].filter((line) => line.trim() !== '');
  const common = { format, specimen: service.isTrial, service: service.said };
  const reference = inside.case && namesTheCase ? inFours(inside.case.reference) : '';
  const data: HouseLetterData = {
    ...common,
    reference,
    date: sayDay(today.toString()),
    to: { lines },
    heading: said.heading,
    parts: said.blocks.filter((block) => block.kind !== 'link'),
    signedBy: [...(said.signedBy ?? [])],
    writeTo: service.address,
  };
  const sheet: AddressSheetData = {
    ...common,
    reference,
    to: { lines },
    returnTo: service.address,
    // The pages are counted when the papers are made.
    papers: [{ what: 'A letter to you', pages: 0 }],
  };
  const isPrintable = inside.case !== null && missingLetters(JSON.stringify(data)).length === 0;
  const paper = { id: newId(now), format, sealed: false };
  const papers: NewPaper[] = [
    { ...paper, id: newId(now), kind: 'address-sheet', template: 'address-sheet', content: sheet },
    { ...paper, kind: 'letter', template: 'house-letter', content: data },
  ];
  return {
    personId,
    channel: 'post',
    format,
    ...writeLetter(said, service.said, 'post'),
    toAddress: name,
    toLines: lines,
    papers: isPrintable ? papers : [],
  };
}

async function getPostingService(tx: Inside['tx'], serviceId: string) {
  const service = await tx
    .selectFrom('services')
    .select(['name', 'line', 'telephone', 'email', 'address_lines'])
    .where('id', '=', serviceId)
    .executeTakeFirstOrThrow();
  const installation = await tx.selectFrom('installation').select('kind').executeTakeFirst();
  const { address_lines: lines, ...said } = service;
  return { said: said satisfies LetterService, address: lines.join(', '), isTrial: installation?.kind === 'trial' };
}
