const sourceLetters: Readonly<Record<string, string>> = {
  S: 'survey',
  A: 'ARRT',
  L: 'law or professional guidance',
  D: 'our design',
};

/** `S A` as `survey, ARRT`: where a rule comes from. */
export const sourcesInWords = (letters: string): string =>
  letters
    .split(' ')
    .map((letter) => sourceLetters[letter] ?? letter)
    .join(', ');
