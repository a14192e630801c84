import type { Categories, Encounter } from '../types.ts';
import { rule, sure } from './rule.ts';

/** The required categories by what a site says of its volume in each. */
export const categoriesAt = ({ request: { wishes }, site: { offer } }: Encounter): Categories => {
  const covered: string[] = [];
  const absent: string[] = [];
  const unsaid: string[] = [];
  for (const category of wishes.requiredCategories) {
    const volume = offer.terms.volumeByCategory[category];
    if (volume === undefined) unsaid.push(category);
    else (volume > 0 ? covered : absent).push(category);
  }
  return { covered, absent, unsaid };
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
    'categories-covered': ['required categories with volume', ({ categories }) => categories.covered.length > 0],
    'categories-absent': [
      'a required category at zero: other sites may cover it',
      ({ categories }) => categories.absent.length > 0,
    ],
    'categories-unsaid': [
      'a required category of which nothing is said',
      ({ categories }) => categories.unsaid.length > 0,
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
    'categories-covered': ({ categories }) => ({ categories: categories.covered }),
    'categories-absent': ({ categories }) => ({ categories: categories.absent }),
    'categories-unsaid': ({ categories }) => ({ categories: categories.unsaid }),
  },
});
