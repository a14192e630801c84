import type { PlacementRequest, Wishes } from '../domain/placement-request.ts';
import type { Program } from '../domain/program.ts';
import { weekdays, type WeeklyWindow } from '../domain/schedule.ts';
import type { Site } from '../domain/site-offer.ts';
import { dateAfter, daysBetween } from './dates.ts';
import type { CoverDemand } from './phrases/measures.ts';
import type { RemedyCode, RemedyFactsOf } from './phrases/remedies.ts';
import type { Facts, MatchingContext, Remedy } from './types.ts';

/** A request with what matching knows beside it, and the sites that it misses. */
export interface Applicant {
  readonly request: PlacementRequest;
  readonly context: MatchingContext;
  readonly missed: readonly Site[];
}

/**
 * One thing that a technologist could change, by a round amount that somebody would say: ten more miles, one evening a
 * week. `size` counts steps on the scale of its own kind; what is said or not said is one step.
 */
export interface Step extends Remedy {
  readonly size: number;
  readonly apply: (applicant: Applicant) => Applicant;
}

/** Round amounts of what has a scale. */
const stepMiles = 10;
const stepCents = 10_000;
const stepDays = 7;
const stepMinutes = 60;
const smallestCoverCents = 100_000_000;

/** A date behind every other. */
const endless = '9999-12-31';

const roundUp = (amount: number, step: number): number => Math.ceil(amount / step) * step;

/** Free times that people think in: an evening, or twice as much, a whole day. */
const freeTimes: readonly { readonly size: number; readonly window: WeeklyWindow }[] = [
  ...weekdays.slice(0, 5).map((day) => ({ size: 1, window: { day, from: '17:00', to: '21:00' } })),
  ...weekdays.map((day) => ({ size: 2, window: { day, from: '08:00', to: '16:30' } })),
];

const changedWishes =
  (part: (before: Wishes) => Partial<Wishes>): Step['apply'] =>
  ({ request, ...others }) => ({
    ...others,
    request: { ...request, wishes: { ...request.wishes, ...part(request.wishes) } },
  });

const changedReadiness = (part: Partial<Wishes['readiness']>): Step['apply'] =>
  changedWishes(({ readiness }) => ({ readiness: { ...readiness, ...part } }));

const changedEmployment = (part: Partial<NonNullable<Wishes['employment']>>): Step['apply'] =>
  changedWishes(({ employment }) => ({ employment: employment && { ...employment, ...part } }));

/** In a program that has an agreement with whichever site is looked at, and of which nothing else is known. */
const inAffiliatedProgram: Step['apply'] = ({ request, context, missed }) => {
  const program: Program = {
    id: 'prg_anyAffiliated',
    version: 1,
    updatedAt: '',
    auditHash: '',
    name: 'a program with an agreement',
    affiliations: missed.map(({ offer, intake }) => ({
      facilityId: offer.facilityId,
      disciplines: [offer.discipline],
      validTo: intake.endsOn,
    })),
    cover: null,
    allowsContact: 'unknown',
    allowsEmployerTime: 'unknown',
    chargeCents: null,
    housing: 'unknown',
    providesVerifier: false,
  };
  return {
    request: { ...request, wishes: { ...request.wishes, programId: program.id } },
    context: { ...context, programs: new Map([...context.programs, [program.id, program]]) },
    missed,
  };
};

/** Cover of what is asked for, from today on and with no end. */
const withCover = ({ perClaimCents, aggregateCents, policyTypes }: CoverDemand): Step['apply'] => {
  const [policyType = 'occurrence'] = policyTypes;
  return (applicant) => {
    const cover = { perClaimCents, aggregateCents, policyType, validFrom: applicant.context.today, validTo: endless };
    // Only what was named is bought: a host that asks for more stays closed.
    return changedReadiness({ insurance: { cover, willBuy: 'no' } })(applicant);
  };
};

type StepsOf = {
  readonly [C in RemedyCode]: (applicant: Applicant, ...facts: RemedyFactsOf<C>) => readonly Omit<Step, 'field'>[];
};

const one = <C extends RemedyCode>(size: number, apply: Step['apply'], code: C, ...facts: RemedyFactsOf<C>) => [
  { code, facts: facts[0] ?? {}, size, apply },
];

/** The round changes that a remedy suggests, by its code. */
const stepsOf: StepsOf = {
  'start-earlier': ({ request: { wishes }, context }, { date }) => {
    const size = Math.ceil(daysBetween(date, wishes.earliestStart) / stepDays);
    const wished = dateAfter(wishes.earliestStart, -size * stepDays);
    const earliestStart = wished < context.today ? context.today : wished;
    return one(
      size,
      changedWishes(() => ({ earliestStart })),
      'start-earlier',
      { date: earliestStart },
    );
  },
  'end-later': ({ request: { wishes } }, { date }) => {
    const before = wishes.latestEnd ?? date;
    const size = Math.ceil(daysBetween(before, date) / stepDays);
    const latestEnd = dateAfter(before, size * stepDays);
    return one(
      size,
      changedWishes(() => ({ latestEnd })),
      'end-later',
      { date: latestEnd },
    );
  },
  'allow-employer-contact': () => one(1, changedEmployment({ contactConsent: 'yes' }), 'allow-employer-contact'),
  // It may open several sites, which start on different days.
  'buy-cover': (_, { perClaimCents, aggregateCents, policyTypes }) => {
    const demand = { perClaimCents, aggregateCents, policyTypes };
    return one(Math.max(1, Math.ceil(perClaimCents / smallestCoverCents)), withCover(demand), 'have-cover', demand);
  },
  'have-cover': () => [],
  'complete-hipaa': ({ request: { wishes } }) =>
    one(1, changedReadiness({ hipaa: { ...wishes.readiness.hipaa, willComplete: 'yes' } }), 'complete-hipaa'),
  'free-more-hours': () =>
    freeTimes.flatMap(({ size, window }) =>
      one(
        size,
        changedWishes(({ availability }) => ({ availability: [...(availability ?? []), window] })),
        'free-time',
        window,
      ),
    ),
  'free-time': () => [],
  'adjust-shifts': () =>
    one(1, changedEmployment({ adjustment: { status: 'unanswered', hours: [] } }), 'adjust-shifts'),
  'accept-fewer-hours': ({ request: { wishes } }, { minutes }) => {
    const minWeeklyMinutes = minutes < stepMinutes ? minutes : Math.floor(minutes / stepMinutes) * stepMinutes;
    const size = Math.ceil((wishes.minWeeklyMinutes - minWeeklyMinutes) / stepMinutes);
    return one(
      size,
      changedWishes(() => ({ minWeeklyMinutes })),
      'accept-fewer-hours',
      { minutes: minWeeklyMinutes },
    );
  },
  'free-whole-week': (_, facts) => {
    const block = { from: facts.startsOn, to: dateAfter(facts.startsOn, 6) };
    return one(
      1,
      changedWishes(({ blocks }) => ({ blocks: [...blocks, block] })),
      'free-whole-week',
      facts,
    );
  },
  'raise-cap': ({ request: { wishes } }, { cents }) => {
    const size = Math.ceil((cents - (wishes.maxChargesCents ?? 0)) / stepCents);
    const maxChargesCents = roundUp(cents, stepCents);
    return one(
      size,
      changedWishes(() => ({ maxChargesCents })),
      'raise-cap',
      { cents: maxChargesCents },
    );
  },
  'accept-unpaid': () =>
    one(
      1,
      changedWishes(() => ({ paidOnly: false })),
      'accept-unpaid',
    ),
  'travel-farther': (_, facts) => {
    const miles = roundUp(facts.miles, stepMiles);
    const apply = changedWishes(({ travelMiles }) => ({ travelMiles: (travelMiles ?? 0) + miles }));
    return one(miles / stepMiles, apply, 'travel-farther', { miles });
  },
  'accept-lodging': () =>
    one(
      1,
      changedWishes(() => ({ acceptsLodging: 'yes' })),
      'accept-lodging',
    ),
  'join-program': () => one(1, inAffiliatedProgram, 'join-program'),
  'complete-education': () => one(1, changedReadiness({ structuredEducation: 'in-progress' }), 'complete-education'),
};

/** A method's parameter may be narrower than declared: a remedy's facts were checked where its rule made it. */
type Maker = { make(applicant: Applicant, facts: Facts): readonly Omit<Step, 'field'>[] }['make'];

/** What the technologist could do about a failing rule, each a round amount that is enough for this site at least. */
export const stepsFor = (applicant: Applicant, { code, field, facts }: Remedy): readonly Step[] => {
  const makers: Readonly<Record<string, Maker>> = stepsOf;
  return (makers[code]?.(applicant, facts) ?? []).map((made) => ({
    code: made.code,
    facts: made.facts,
    field,
    size: made.size,
    apply: made.apply,
  }));
};
