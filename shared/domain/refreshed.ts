/**
 * Keeps what was loaded for a while, so that a process asks for it once in that time. Who asks while it is being loaded
 * waits for the same answer; a failure is not kept: the next caller asks again.
 */
export const refreshed = <T>(
  load: () => Promise<T>,
  holdsMs: number,
  clock: { readonly now: () => Date },
): (() => Promise<T>) => {
  let copy: { readonly value: Promise<T>; readonly until: number } | null = null;
  return () => {
    const now = clock.now().getTime();
    if (copy === null || now >= copy.until) {
      const value = load();
      copy = { value, until: now + holdsMs };
      value.catch(() => {
        if (copy?.value === value) copy = null;
      });
    }
    return copy.value;
  };
};
