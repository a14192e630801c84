/** Remembers the latest answer alone: for what is asked for the same thing many times in a row. */
export const latest = <K extends object, V>(make: (key: K) => V): ((key: K) => V) => {
  let known: K | null = null;
  let value: V;
  return (key) => {
    if (known !== key) {
      value = make(key);
      known = key;
    }
    return value;
  };
};

/**
 * Works something out once for each object, which must never change; forgotten with the object. For what a whole round
 * would else work out again for every pair, and for objects that last: to forget many short-lived ones is dear.
 */
export const remembered = <K extends object, V extends string | object>(make: (key: K) => V): ((key: K) => V) => {
  const known = new WeakMap<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = make(key);
    known.set(key, value);
    return value;
  };
};

/**
 * The same for what a text says in full. It forgets everything when it knows `most` things, so that a process that lasts
 * does not grow.
 */
export const rememberedByText = <V extends object>(most: number): ((text: string, make: () => V) => V) => {
  const known = new Map<string, V>();
  return (text, make) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = make();
    if (known.size >= most) known.clear();
    known.set(text, value);
    return value;
  };
};
