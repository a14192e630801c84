/** Does something for each of many, a few at a time; the answers are in the order of the items. */
export const atATime = async <T, R>(
  few: number,
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> => {
  const answers: R[] = [];
  // One iterator for all workers: each takes the next that nobody has taken.
  const left = items.entries();
  const worker = async (): Promise<void> => {
    for (const [place, item] of left) answers[place] = await work(item);
  };
  await Promise.all(Array.from({ length: few }, worker));
  return answers;
};
