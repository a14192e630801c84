/** Edit distance (Levenshtein) of two short words, one row at a time. */
const distance = (left: string, right: string): number => {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [i, a] of left.split('').entries()) {
    const next = [i + 1];
    for (const [j, b] of right.split('').entries())
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (a === b ? 0 : 1)));
    row = next;
  }
  return row.at(-1) ?? left.length;
};

/** Names in a contract are shorter than this; nothing longer is compared. */
const longestName = 40;

/** The known name that a misspelt one most likely meant: at most three letters, and half of them, differ. Null: none is near. */
export const meantName = (written: string, known: readonly string[]): string | null => {
  if (written.length > longestName) return null;
  const [nearest] = known
    .map((name) => ({ name, edits: distance(written.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, edits }) => edits <= Math.min(3, Math.floor(name.length / 2)))
    .toSorted((a, b) => a.edits - b.edits);
  return nearest?.name ?? null;
};
