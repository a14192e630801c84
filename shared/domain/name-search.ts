const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Tells whether something is called by a name as people remember it: each word of it begins a word of the name, in any
 * order. Null: nothing was asked for.
 */
export const calledBy = (asked: string): ((name: string) => boolean) | null => {
  const words = wordsOf(asked);
  if (words.length === 0) return null;
  return (name) => {
    const own = wordsOf(name);
    return words.every((word) => own.some((one) => one.startsWith(word)));
  };
};
