/** Words that stay small inside a name. */
const small = new Set(['and', 'at', 'by', 'de', 'dba', 'du', 'for', 'in', 'of', 'on', 'the', 'to', 'with']);

/** Short forms that are no acronyms, although they have no vowel to tell them by. */
const shortened = new Set(
  'bldg blvd ctr dr ft hlth hlthcr hosp hsp hwy jct jr ln mt pkwy pl plz rd sq sr srvs st str svcs trl'.split(' '),
);

/** Acronyms with a vowel, as they occur in the names of hospitals. */
const acronyms = new Set(
  (
    'ach acmh afb ahmc ahn ahs amc amg arh bsa cah camc chi eamc ecu hca ihs iu lij lsu musc ne ny nyu oh ohsu osf oss pih ' +
    'po se searhc suny uab uams uc ucf uci ucla ucsf uf uh uhhs um umd unc unm upmc uphs upr us usa usc ut uva uw va ' +
    'vcu wca'
  ).split(' '),
);

const romanNumeral = /^(?:i{1,3}|iv|vi{0,3}|ix|x{1,2})$/;

const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const readableWord = (word: string, inside: boolean): string => {
  // Somebody has chosen the case of this word already.
  if (/\p{Ll}/u.test(word)) return word;
  const lower = word.toLowerCase();
  const bare = lower.replaceAll('.', '');
  if (inside && small.has(lower)) return lower;
  if (shortened.has(bare)) return capitalized(lower);
  if (acronyms.has(bare) || romanNumeral.test(bare)) return word;
  if (/^\d+(?:st|nd|rd|th)$/.test(lower)) return lower;
  // Without a vowel it is an acronym or initials; 218A is a number.
  if (!/[aeiouy']/.test(lower.normalize('NFD')) || /^\d/.test(lower)) return word;
  // McGehee, O'Connor, Coeur d'Alene
  return capitalized(lower)
    .replace(/^Mc(\p{Ll})(?=\p{Ll}{2})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`)
    .replace(/^(\p{Lu})'(\p{Ll})(?=\p{Ll})/u, (_, first: string, letter: string) => `${first}'${letter.toUpperCase()}`);
};

/** A NAME IN CAPITALS as people write it: "ST. MARY'S HOSPITAL OF THE VA" → "St. Mary's Hospital of the VA". */
export const readableName = (name: string): string => {
  const words = [
    ...name
      .trim()
      .replaceAll(/\s+/g, ' ')
      .matchAll(/[\p{L}\p{N}'.]+|[^\p{L}\p{N}'.]+/gu),
  ].map(([text]) => text);
  return words
    .map((word, index) => {
      // A small word is large at both ends, and after a dash, a bracket or a comma.
      const inside = index > 0 && index < words.length - 1 && /^[ &/]+$/.test(words[index - 1] ?? '');
      return readableWord(word, inside);
    })
    .join('');
};
