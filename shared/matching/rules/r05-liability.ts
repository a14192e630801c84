import type { CalendarDate } from '../../domain/primitives.ts';
import type { Cover } from '../../domain/readiness.ts';
import type { Code } from '../phrases/findings.ts';
import type { Encounter, Outcome, Row, Standing } from '../types.ts';
import { change, mendable, row, rule, type Found } from './rule.ts';

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
  'ways-to-cover': ['note', 'cover short or absent: the ways to get it, HPSO among them (R7)'],
} as const satisfies Record<string, Row>;

type WaiverCode = keyof typeof waiverRows;
type CoverCode = Exclude<keyof typeof coverRows, 'ways-to-cover'>;

/** The own employer asks its employees for cover, whatever the hours. */
const asksOwnEmployees = ({ track, site: { offer } }: Encounter): boolean =>
  track === 'employer' && offer.terms.insurance.required === 'yes' && offer.terms.insurance.ofOwnEmployeesToo;

/** R5 for one segment of the plan. */
const waiver = (encounter: Encounter, standing: Standing): Found<WaiverCode> => {
  if (standing === 'entity-unknown') return row('legal-entity-unknown');
  if (encounter.track !== 'employer') return row('not-own-employer');
  if (asksOwnEmployees(encounter)) return row('employer-asks-anyway');
  switch (standing) {
    case 'regular':
      return encounter.request.employmentConfirmed ? row('inside-regular-hours') : row('employment-unconfirmed');
    case 'adjusting':
      return row('adjustment-unanswered');
    case 'irregular':
      return row('shifts-unknown');
    case 'unplanned':
      return encounter.site.offer.terms.windows === null ? row('site-hours-unknown') : row('availability-unknown');
    case 'outside':
      return row('outside-regular-hours');
  }
};

const meets = (
  cover: Cover | null | undefined,
  demand: { perClaimCents: number; aggregateCents: number; policyTypes: readonly string[] },
  { startsOn, endsOn }: { startsOn: CalendarDate; endsOn: CalendarDate },
): boolean =>
  cover !== null &&
  cover !== undefined &&
  cover.perClaimCents >= demand.perClaimCents &&
  cover.aggregateCents >= demand.aggregateCents &&
  demand.policyTypes.includes(cover.policyType) &&
  cover.validFrom <= startsOn &&
  cover.validTo >= endsOn;

/** R6 for a segment that is not waived. */
const hostCover = ({ request: { wishes }, site: { offer, intake }, program }: Encounter): Found<CoverCode> => {
  const demand = offer.terms.insurance;
  if (demand.required === 'unknown') return row('cover-demand-unknown');
  if (demand.required === 'no') return row('cover-not-required');
  const { perClaimCents, aggregateCents, policyTypes } = demand;
  if (perClaimCents === null || aggregateCents === null || policyTypes === null) return row('cover-limits-unknown');
  const asked = { perClaimCents, aggregateCents, policyTypes, startsOn: intake.startsOn };
  if (meets(wishes.readiness.insurance.cover, asked, intake)) return row('own-cover-enough');
  if (meets(program?.cover, asked, intake)) return row('program-cover-enough');
  switch (wishes.readiness.insurance.willBuy) {
    case 'yes':
      return row('cover-to-buy', asked);
    case 'no':
      return mendable(row('cover-refused', asked), change('readiness.insurance.willBuy', 'buy-cover', asked));
    case 'unknown':
      return row('cover-willingness-unknown', asked);
  }
};

/** R6 for one segment of the plan, given what R5 says of it. */
const cover = (encounter: Encounter, standing: Standing): Found<CoverCode> => {
  const { code } = waiver(encounter, standing);
  if (code === 'inside-regular-hours' || code === 'employment-unconfirmed') return row('cover-waived');
  const found = hostCover(encounter);
  // A segment that R5 still asks about may turn out to be waived: nobody is excluded for it.
  return waiverRows[code][0] === 'ask' && found.code === 'cover-refused'
    ? { ...found, code: 'cover-if-outside', remedy: null }
    : found;
};

/** Two segments that come to one row are told once. */
const distinct = <C extends Code>(found: readonly Found<C>[]): readonly Found<C>[] => [
  ...new Map(found.map((one) => [one.code, one])).values(),
];

/** What R5 and R6 make of a segment: the plan is chosen by it (R12). */
export const liabilityOf = (encounter: Encounter, standing: Standing): readonly [code: string, Outcome][] => {
  const waiverCode = waiver(encounter, standing).code;
  const coverCode = cover(encounter, standing).code;
  return [
    [waiverCode, waiverRows[waiverCode][0]],
    [coverCode, coverRows[coverCode][0]],
  ];
};

export const R5 = rule({
  id: 'R5',
  kind: 'H',
  source: 'S',
  title: 'No extra cover inside regular working hours at the own employer, per segment of the planned week',
  rows: waiverRows,
  judge: (pair) => distinct(pair.hours.standings.map((standing) => waiver(pair, standing))),
});

const missingCover: ReadonlySet<string> = new Set<CoverCode>([
  'cover-to-buy',
  'cover-refused',
  'cover-willingness-unknown',
  'cover-if-outside',
]);

export const R6 = rule({
  id: 'R6',
  kind: 'Q',
  source: 'S L',
  title: "For all other segments the host's insurance requirement decides",
  rows: coverRows,
  judge: (pair) => {
    const found = distinct<keyof typeof coverRows>(pair.hours.standings.map((standing) => cover(pair, standing)));
    return found.some(({ code }) => missingCover.has(code)) ? [...found, row('ways-to-cover')] : found;
  },
});
