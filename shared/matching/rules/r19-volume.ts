import type { Pair } from '../types.ts';
import { rule, sure } from './rule.ts';

/** What a site says of its monthly volume in a category. */
type Said = 'covered' | 'absent' | 'unsaid';

const saidOf = (category: string, { site: { offer } }: Pair): Said => {
  const volume = offer.terms.volumeByCategory[category];
  if (volume === undefined) return 'unsaid';
  return volume > 0 ? 'covered' : 'absent';
};

/** The required categories of which a site says this. */
export const categoriesOf = (pair: Pair, said: Said): readonly string[] =>
  pair.request.wishes.requiredCategories.filter((category) => saidOf(category, pair) === said);

/** How many of the required categories a site says this of. */
export const countCategories = (pair: Pair, said: Said): number => {
  let count = 0;
  for (const category of pair.request.wishes.requiredCategories) if (saidOf(category, pair) === said) count += 1;
  return count;
};

export const R19 = rule({
  id: 'R19',
  kind: 'H',
  source: 'S',
  title: 'Volume and variety: zero volume of the discipline excludes, missing categories are told',
  rows: {
    'volume-said': ['pass', 'the site does procedures of the discipline'],
    'volume-zero': ['fail', 'it does none'],
    'volume-unknown': ['ask', 'it has not said'],
  },
  notes: {
    'categories-covered': ['required categories with volume', (pair) => countCategories(pair, 'covered') > 0],
    'categories-absent': [
      'a required category at zero: other sites may cover it',
      (pair) => countCategories(pair, 'absent') > 0,
    ],
    'categories-unsaid': [
      'a required category of which nothing is said',
      (pair) => countCategories(pair, 'unsaid') > 0,
    ],
    'no-category-list': [
      'no list of required categories',
      ({ request: { wishes } }) => wishes.requiredCategories.length === 0,
    ],
  },
  judge: ({ site: { offer } }) => {
    const monthly = offer.terms.monthlyVolume;
    if (monthly === null) return 'volume-unknown';
    return monthly === 0 ? 'volume-zero' : 'volume-said';
  },
  facts: {
    'volume-said': ({ site: { offer } }) => ({ monthly: sure(offer.terms.monthlyVolume) }),
    'categories-covered': (pair) => ({ categories: categoriesOf(pair, 'covered') }),
    'categories-absent': (pair) => ({ categories: categoriesOf(pair, 'absent') }),
    'categories-unsaid': (pair) => ({ categories: categoriesOf(pair, 'unsaid') }),
  },
});
