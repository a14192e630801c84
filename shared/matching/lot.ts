/**
 * What a text draws: a whole number below 2^32 that looks like chance and is always the same. FNV-1a, and the last step
 * of MurmurHash3, which spreads what differs in the last letters alone. Nobody gains by finding a text that draws well:
 * ids are given by the service.
 */
export const lotOf = (text: string): number => {
  let drawn = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) drawn = Math.imul(drawn ^ text.charCodeAt(place), 0x01000193);
  drawn = Math.imul(drawn ^ (drawn >>> 16), 0x85ebca6b);
  drawn = Math.imul(drawn ^ (drawn >>> 13), 0xc2b2ae35);
  return (drawn ^ (drawn >>> 16)) >>> 0;
};

/** Before 0: the first goes before. What draws the same is told apart by its text. */
export const compareLots = (a: string, b: string): number => lotOf(a) - lotOf(b) || (a < b ? -1 : Number(a > b));
