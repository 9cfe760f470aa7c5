// How far apart two folded words are, and how far they may be to be taken for the same. Pure.

/** Slips that are forgiven in a typed word: none in three letters, one in four or five, two from six on. */
export function slipsForgiven(typed: string): number {
  const letters = [...typed].length;
  return letters < 4 ? 0 : letters < 6 ? 1 : 2;
}

/**
 * Counts the slips between two words: letters left out, added, changed, or exchanged with their neighbour (optimal string
 * alignment). Gives `most + 1` as soon as it is certain that there are more than `most`.
 */
export function slipsBetween(one: string, other: string, most: number): number {
  const a = [...one];
  const b = [...other];
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let fewest = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        fewest = Math.min(fewest, before[j - 2]! + 1);
      row.push(fewest);
    }
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length]!, most + 1);
}
