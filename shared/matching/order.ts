import { tracks } from '../domain/discipline.ts';
import type { RequestId } from '../domain/primitives.ts';
import type { IntakeId } from '../domain/site-offer.ts';
import { finishStepOf } from './feasibility.ts';
import { isPass, judgedBy } from './judgement.ts';
import { compareLots, lotOf } from './lot.ts';
import { R6 } from './rules/r05-liability.ts';
import { knownCharges, unsaidCharges } from './rules/r14-charges.ts';
import { R17 } from './rules/r16-travel.ts';
import { lastPlace, rankSteps, type AboveNext, type Rank, type RankStep } from './matching-types.ts';
import type { Judgement, Pair } from './types.ts';

/** Required categories without volume; a site that says nothing about any of them comes last. */
const coverageStep = (pair: Pair): number => {
  const required = pair.request.wishes.requiredCategories.length;
  if (required === 0) return 0;
  const { covered, unsaid } = pair.categories;
  return unsaid.length === required ? lastPlace : required - covered.length;
};

/** Commuting, then housing that is offered, then lodging of one's own, then what is still open. */
const lodgingSteps: Readonly<Record<string, number>> = {
  'own-workplace': 0,
  'within-commute': 0,
  'housing-every-night': 1,
  'own-lodging': 2,
};
const openLodging = 3;

const lodgingStep = (judgement: Judgement): number => {
  const judged = judgedBy(judgement, R17);
  return typeof judged === 'string' ? (lodgingSteps[judged] ?? openLodging) : openLodging;
};

const distanceStep = ({ ownWorkplace, miles }: Pair): number => {
  if (ownWorkplace) return 0;
  return miles === null ? lastPlace : Math.floor(miles / 10);
};

/** Parts of the cost that nobody has priced: a charge that is not said, lodging, a premium. */
const unpricedCosts = (pair: Pair, judgement: Judgement): number =>
  unsaidCharges(pair) + (lodgingStep(judgement) > 1 ? 1 : 0) + (isPass(judgedBy(judgement, R6)) ? 0 : 1);

const hoursStep = ({ hours: { plan } }: Pair): number =>
  plan === null ? lastPlace : Math.ceil(plan.missingToWantedMinutes / 60);

const settingStep = ({ request: { wishes }, site: { offer } }: Pair): number =>
  wishes.wishedSettings.length === 0 || wishes.wishedSettings.includes(offer.facility.setting) ? 0 : 1;

const steps: Readonly<Record<RankStep, (pair: Pair, judgement: Judgement) => number>> = {
  track: ({ track }) => tracks.indexOf(track),
  'open questions': (_, { asks }) => asks,
  conditions: (_, { conditions }) => conditions,
  finish: finishStepOf,
  coverage: coverageStep,
  lodging: (_, judgement) => lodgingStep(judgement),
  'distance, bands of 10 miles': distanceStep,
  'costs without a price': unpricedCosts,
  'cost, bands of $100': (pair) => Math.floor(knownCharges(pair) / 10_000),
  'hours missing to those wanted, bands of 60 minutes': hoursStep,
  setting: settingStep,
};
const inOrder = rankSteps.map((step) => steps[step]);

/**
 * A candidate's place: steps in lexicographic order, each a band or a count. No weighted sum: nothing in the source
 * supports weights.
 */
export const rankOf = (pair: Pair, judgement: Judgement): Rank => inOrder.map((step) => step(pair, judgement));

/** Before 0: the first is better. */
export const compareRanks = (a: Rank, b: Rank): number => {
  for (let step = 0; step < a.length; step += 1) {
    const difference = (a[step] ?? lastPlace) - (b[step] ?? lastPlace);
    if (difference !== 0) return difference;
  }
  return 0;
};

const lotTextOf = (requestId: RequestId, intakeId: IntakeId): string => `${requestId} ${intakeId}`;

/** What is equal in every step stands in an order that looks like chance, and is always the same. */
export const compareByLot = (requestId: RequestId, a: IntakeId, b: IntakeId): number =>
  compareLots(lotTextOf(requestId, a), lotTextOf(requestId, b));

/**
 * A place in the order whose steps are worked out when somebody asks: between most candidates one of the first steps
 * decides.
 */
export class LazyPlace {
  readonly #values: number[] = [];
  #lot: number | null = null;
  readonly #pair: Pair;
  readonly #judgement: Judgement;

  constructor(pair: Pair, judgement: Judgement) {
    this.#pair = pair;
    this.#judgement = judgement;
  }

  at(step: number): number {
    // Steps are asked for in their order.
    if (step === this.#values.length) this.#values.push(inOrder[step]!(this.#pair, this.#judgement));
    return this.#values[step]!;
  }

  get lot(): number {
    return (this.#lot ??= lotOf(this.lotText));
  }

  get lotText(): string {
    return lotTextOf(this.#pair.request.id, this.#pair.site.intake.id);
  }

  /** Before 0: this one is better. Two sites are never equal. */
  compare(other: LazyPlace): number {
    for (let step = 0; step < inOrder.length; step++) {
      const difference = this.at(step) - other.at(step);
      if (difference !== 0) return difference;
    }
    return this.lot - other.lot || (this.lotText < other.lotText ? -1 : 1);
  }
}

/** Why `mine`, a candidate's place, comes before the next one's. */
export const whyAboveNext = (mine: Rank, next: Rank): AboveNext => {
  const place = mine.findIndex((value, index) => value !== next[index]);
  const step = rankSteps[place] ?? 'lot';
  return { step, mine: mine[place] ?? 0, next: next[place] ?? 0 };
};
