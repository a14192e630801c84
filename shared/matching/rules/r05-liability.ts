import type { CalendarDate } from '../../domain/primitives.ts';
import type { Cover } from '../../domain/readiness.ts';
import type { CoverFacts } from '../phrases/measures.ts';
import type { Encounter, Outcome, Pair, Row, Standing } from '../types.ts';
import { change, rule, sure } from './rule.ts';

const waiverRows = {
  'not-own-employer': ['pass', 'another track: the host decides (R6)'],
  'inside-regular-hours': ['pass', 'own employer, inside regular or confirmed adjusted hours: waived'],
  'employment-unconfirmed': ['condition', 'the same, while the employer has not confirmed the employment'],
  'outside-regular-hours': ['pass', 'own employer, outside regular hours: the host decides (R6)'],
  'employer-asks-anyway': ['pass', 'own employer that requires cover even of its employees: R6'],
  'shifts-unknown': ['ask', 'own employer, hours rotating, per diem or not known'],
  'adjustment-unanswered': ['ask', 'own employer, inside adjusted hours that are not confirmed'],
  'legal-entity-unknown': ['ask', 'sister site, and which legal entity employs is not known'],
  'site-hours-unknown': ['ask', "own employer, and the site's hours are not known"],
  'availability-unknown': ['ask', 'own employer, and the free hours are not known'],
} as const satisfies Record<string, Row>;

const coverRows = {
  'cover-waived': ['pass', 'every segment is waived'],
  'cover-demand-unknown': ['ask', 'the host has not said whether it requires cover'],
  'cover-not-required': ['pass', 'the host requires none'],
  'cover-limits-unknown': ['ask', 'required, limits or policy type not known'],
  'own-cover-enough': ['pass', 'required, and the own cover meets it from start to end'],
  'program-cover-enough': ['pass', "required, and the program's cover meets it from start to end"],
  'cover-to-buy': ['condition', 'cover short or absent, will be bought before the start'],
  'cover-refused': ['fail', 'cover short or absent, will not be bought'],
  'cover-willingness-unknown': ['ask', 'cover short or absent, willingness not known'],
  'cover-if-outside': ['ask', 'would fail, but whether any segment needs cover is an open question of R5'],
} as const satisfies Record<string, Row>;

type WaiverCode = keyof typeof waiverRows;
type CoverCode = keyof typeof coverRows;

/** The own employer asks its employees for cover, whatever the hours. */
const asksOwnEmployees = ({ track, site: { offer } }: Encounter): boolean =>
  track === 'employer' && offer.terms.insurance.required === 'yes' && offer.terms.insurance.ofOwnEmployeesToo;

/** R5 for one segment of the plan. */
const waiver = (encounter: Encounter, standing: Standing): WaiverCode => {
  if (standing === 'entity-unknown') return 'legal-entity-unknown';
  if (encounter.track !== 'employer') return 'not-own-employer';
  if (asksOwnEmployees(encounter)) return 'employer-asks-anyway';
  switch (standing) {
    case 'regular':
      return encounter.request.employmentConfirmed ? 'inside-regular-hours' : 'employment-unconfirmed';
    case 'adjusting':
      return 'adjustment-unanswered';
    case 'irregular':
      return 'shifts-unknown';
    case 'unplanned':
      return encounter.site.offer.terms.windows === null ? 'site-hours-unknown' : 'availability-unknown';
    case 'outside':
      return 'outside-regular-hours';
  }
};

/** R6: what the host asks for, once it has said all of it. */
const demandOf = ({ site: { offer, intake } }: Encounter): CoverFacts | null => {
  const demand = offer.terms.insurance;
  if (demand.required !== 'yes') return null;
  const { perClaimCents, aggregateCents, policyTypes } = demand;
  return perClaimCents === null || aggregateCents === null || policyTypes === null
    ? null
    : { perClaimCents, aggregateCents, policyTypes, startsOn: intake.startsOn };
};

const meets = (cover: Cover | null | undefined, demand: CoverFacts, endsOn: CalendarDate): boolean =>
  cover !== null &&
  cover !== undefined &&
  cover.perClaimCents >= demand.perClaimCents &&
  cover.aggregateCents >= demand.aggregateCents &&
  demand.policyTypes.includes(cover.policyType) &&
  cover.validFrom <= demand.startsOn &&
  cover.validTo >= endsOn;

/** R6 for a segment that is not waived. */
const hostCover = (encounter: Encounter): CoverCode => {
  const { request, site, program } = encounter;
  const { required } = site.offer.terms.insurance;
  const { cover: own, willBuy } = request.wishes.readiness.insurance;
  if (required === 'unknown') return 'cover-demand-unknown';
  if (required === 'no') return 'cover-not-required';
  const demand = demandOf(encounter);
  if (demand === null) return 'cover-limits-unknown';
  if (meets(own, demand, site.intake.endsOn)) return 'own-cover-enough';
  if (meets(program?.cover, demand, site.intake.endsOn)) return 'program-cover-enough';
  switch (willBuy) {
    case 'yes':
      return 'cover-to-buy';
    case 'no':
      return 'cover-refused';
    case 'unknown':
      return 'cover-willingness-unknown';
  }
};

/** R6 for one segment of the plan, given what R5 says of it. */
const cover = (encounter: Encounter, standing: Standing): CoverCode => {
  const waived = waiver(encounter, standing);
  if (waived === 'inside-regular-hours' || waived === 'employment-unconfirmed') return 'cover-waived';
  const code = hostCover(encounter);
  // A segment that R5 still asks about may turn out to be waived: nobody is excluded for it.
  return code === 'cover-refused' && waiverRows[waived][0] === 'ask' ? 'cover-if-outside' : code;
};

/** What R5 and R6 make of a segment: the plan is chosen by it (R12). */
export const liabilityOf = (encounter: Encounter, standing: Standing): readonly [code: string, Outcome][] => {
  const waiverCode = waiver(encounter, standing);
  const coverCode = cover(encounter, standing);
  return [
    [waiverCode, waiverRows[waiverCode][0]],
    [coverCode, coverRows[coverCode][0]],
  ];
};

/** The rows for every way in which planned segments stand; two segments that come to one row are told once. */
const bySegment = <C>(pair: Pair, judge: (encounter: Encounter, standing: Standing) => C): C | readonly C[] => {
  const { standings } = pair.hours;
  const [first] = standings;
  return first !== undefined && standings.length === 1
    ? judge(pair, first)
    : [...new Set(standings.map((standing) => judge(pair, standing)))];
};

export const R5 = rule({
  id: 'R5',
  kind: 'H',
  source: 'S',
  title: 'No extra cover inside regular working hours at the own employer, per segment of the planned week',
  rows: waiverRows,
  judge: (pair) => bySegment(pair, waiver),
});

const demanded = (pair: Pair): CoverFacts => sure(demandOf(pair));

/** The rows where cover is short or absent tell what the host asks for. */
const missingCover = {
  'cover-to-buy': demanded,
  'cover-refused': demanded,
  'cover-willingness-unknown': demanded,
  'cover-if-outside': demanded,
};

export const R6 = rule({
  id: 'R6',
  kind: 'Q',
  source: 'S L',
  title: "For all other segments the host's insurance requirement decides",
  rows: coverRows,
  notes: {
    'ways-to-cover': [
      'cover short or absent: the ways to get it, HPSO among them (R7)',
      (_, judged) => judged.some((code) => code in missingCover),
    ],
  },
  judge: (pair) => bySegment(pair, cover),
  facts: missingCover,
  remedies: {
    'cover-refused': (pair) => change('readiness.insurance.willBuy', 'buy-cover', demanded(pair)),
  },
});
