import type { ChargePart } from '../phrases/site-questions.ts';
import type { Encounter } from '../types.ts';
import { change, rule, sure } from './rule.ts';

type Student = Pick<Encounter, 'request' | 'program'>;

/** The program's charge in cents; null: it has not said, or is not known any more. */
const programCharge = ({ request: { wishes }, program }: Student): number | null =>
  wishes.programId === null ? 0 : (program?.chargeCents ?? null);

/** The same at any site, as far as it is known. */
export const knownProgramCharge = (student: Student): number => programCharge(student) ?? 0;

/** What is known of all charges of the whole placement, in cents. */
export const knownCharges = (encounter: Encounter): number =>
  (encounter.site.offer.terms.feeCents ?? 0) + knownProgramCharge(encounter);

/** How many parts of the charges nobody has said. */
export const unsaidCharges = (encounter: Encounter): number =>
  (encounter.site.offer.terms.feeCents === null ? 1 : 0) + (programCharge(encounter) === null ? 1 : 0);

const unsaidParts = (encounter: Encounter): readonly ChargePart[] => {
  const parts: ChargePart[] = [];
  if (encounter.site.offer.terms.feeCents === null) parts.push('host-fee');
  if (programCharge(encounter) === null) parts.push('program-charge');
  return parts;
};

const againstCap = (encounter: Encounter) => ({
  cents: knownCharges(encounter),
  cap: sure(encounter.request.wishes.maxChargesCents),
});

export const R14 = rule({
  id: 'R14',
  kind: 'H',
  source: 'S',
  title: "All charges within the technologist's cap",
  rows: {
    'charges-over-cap': ['fail', 'the known part is over the cap'],
    'charges-unknown': ['ask', 'any part is not known'],
    'no-charges': ['pass', 'nothing to pay'],
    'cap-unknown': ['ask', 'the cap is left blank'],
    'charges-within-cap': ['pass', 'within the cap'],
  },
  judge: (pair) => {
    const cap = pair.request.wishes.maxChargesCents;
    const cents = knownCharges(pair);
    if (cap !== null && cents > cap) return 'charges-over-cap';
    if (unsaidCharges(pair) > 0) return 'charges-unknown';
    if (cents === 0) return 'no-charges';
    return cap === null ? 'cap-unknown' : 'charges-within-cap';
  },
  facts: {
    'charges-over-cap': againstCap,
    'charges-unknown': (pair) => ({ parts: unsaidParts(pair) }),
    'cap-unknown': (pair) => ({ cents: knownCharges(pair) }),
    'charges-within-cap': againstCap,
  },
  remedies: {
    'charges-over-cap': (pair) => change('maxChargesCents', 'raise-cap', { cents: knownCharges(pair) }),
  },
});
