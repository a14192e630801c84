import type { SiteOfferTerms } from '../../domain/site-offer.ts';
import { row, rule, type Found } from './rule.ts';

/** Required categories by what the site says of their monthly volume. */
export const coverageOf = (required: readonly string[], { volumeByCategory }: SiteOfferTerms) => {
  const said = required.filter((category) => volumeByCategory[category] !== undefined);
  return {
    covered: said.filter((category) => (volumeByCategory[category] ?? 0) > 0),
    absent: said.filter((category) => volumeByCategory[category] === 0),
    unsaid: required.filter((category) => volumeByCategory[category] === undefined),
  };
};

const rows = {
  'volume-said': ['pass', 'the site does procedures of the discipline'],
  'volume-zero': ['fail', 'it does none'],
  'volume-unknown': ['ask', 'it has not said'],
  'categories-covered': ['note', 'required categories with volume'],
  'categories-absent': ['note', 'a required category at zero: other sites may cover it'],
  'categories-unsaid': ['note', 'a required category of which nothing is said'],
  'no-category-list': ['note', 'no list of required categories'],
} as const;

export const R19 = rule({
  id: 'R19',
  kind: 'H',
  source: 'S',
  title: 'Volume and variety: zero volume of the discipline excludes, missing categories are told',
  rows,
  judge: ({ request: { wishes }, site: { offer } }) => {
    const monthly = offer.terms.monthlyVolume;
    const found: Found<keyof typeof rows>[] = [];
    if (monthly === null) found.push(row('volume-unknown'));
    else found.push(monthly === 0 ? row('volume-zero') : row('volume-said', { monthly }));
    if (wishes.requiredCategories.length === 0) return [...found, row('no-category-list')];
    const { covered, absent, unsaid } = coverageOf(wishes.requiredCategories, offer.terms);
    if (covered.length > 0) found.push(row('categories-covered', { categories: covered }));
    if (absent.length > 0) found.push(row('categories-absent', { categories: absent }));
    if (unsaid.length > 0) found.push(row('categories-unsaid', { categories: unsaid }));
    return found;
  },
});
