/** What has no shape of its own but acts on what stands around it: controls, and marks that turn the order of reading. */
const acting = /[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/gu;
const lineEnd = /\r\n?|[\u2028\u2029]/gu;

/** Letters and marks that are read from right to left (Hebrew, Arabic and their neighbours). */
const rightToLeft = /[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

const isolated = (line: string): string => (rightToLeft.test(line) ? `\u2068${line}\u2069` : line);

/** Most texts are plain: one look tells. */
const plain = /^[\x20-\x7E]*$/u;

/**
 * What a person wrote, as it can stand among our own words without changing them. It stays what it is, but:
 * - a character that acts instead of being shown becomes `�`: something was there (forms refuse them; what was stored
 *   otherwise, or before, must not act either);
 * - a line that is read from right to left is isolated, for it would carry neighbouring numbers and brackets of our
 *   sentence with it (Unicode, UAX 9). No such mark is left inside, so nothing ends the isolation early.
 */
export const asShown = (text: string): string => {
  if (plain.test(text)) return text;
  const cleaned = text.toWellFormed().replaceAll(lineEnd, '\n').replaceAll(acting, '\uFFFD');
  return rightToLeft.test(cleaned) ? cleaned.split('\n').map(isolated).join('\n') : cleaned;
};

/** The value with every text in it as it can be shown; the very same value where nothing had to change. */
const everyTextShown = (value: unknown): unknown => {
  if (typeof value === 'string') return asShown(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const before: readonly unknown[] = value;
    const shown = before.map(everyTextShown);
    return shown.every((each, index) => each === before[index]) ? value : shown;
  }
  let changed: Record<string, unknown> | undefined;
  for (const [name, part] of Object.entries(value)) {
    const shown = everyTextShown(part);
    if (shown === part) continue;
    changed ??= { ...value };
    changed[name] = shown;
  }
  return changed ?? value;
};

/**
 * What a mail is about, with every text as it can be shown. Ids, dates and addresses hold plain characters only, so
 * they come out as they went in.
 */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- texts become texts, and everything else stays
export const wordsShown = <Subject extends object>(subject: Subject): Subject => everyTextShown(subject) as Subject;
