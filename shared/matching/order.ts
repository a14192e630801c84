import { hash } from 'node:crypto';
import { tracks } from '../domain/discipline.ts';
import { chargesOf } from './rules/r14-charges.ts';
import { coverageOf } from './rules/r19-volume.ts';
import type { Outcome, Pair, RankStep, Verdict } from './types.ts';

/** A value behind every other one of its step. */
const last = Number.MAX_SAFE_INTEGER;

/** Distinct findings of one outcome: a question that several rules raise is one question. */
const distinct = (verdicts: readonly Verdict[], outcome: Outcome): number => {
  const found = new Set<string>();
  for (const verdict of verdicts) {
    if (verdict.outcome === outcome) found.add(verdict.code + JSON.stringify(verdict.facts));
    for (const other of verdict.also)
      if (other.outcome === outcome) found.add(other.code + JSON.stringify(other.facts));
  }
  return found.size;
};

/** Required categories without volume; a site that says nothing about any of them comes last. */
const coverageStep = ({ request: { wishes }, site: { offer } }: Pair): number => {
  const { covered, unsaid } = coverageOf(wishes.requiredCategories, offer.terms);
  const required = wishes.requiredCategories.length;
  return required > 0 && unsaid.length === required ? last : required - covered.length;
};

/** Commuting, then housing that is offered, then lodging of one's own, then what is still open. */
const lodgingSteps: Readonly<Record<string, number>> = {
  'own-workplace': 0,
  'within-commute': 0,
  'housing-every-night': 1,
  'own-lodging': 2,
};
const openLodging = 3;

const distanceStep = ({ ownWorkplace, miles }: Pair): number => {
  if (ownWorkplace) return 0;
  return miles === null ? last : Math.floor(miles / 10);
};

/** Parts of the cost that nobody has priced: a charge that is not said, lodging, a premium. */
const unpricedCosts = (pair: Pair, lodging: number, insurance: Verdict | undefined): number =>
  chargesOf(pair).unknown.length +
  (lodging > 1 ? 1 : 0) +
  (insurance !== undefined && insurance.outcome !== 'pass' ? 1 : 0);

const settingStep = ({ request: { wishes }, site: { offer } }: Pair): number =>
  wishes.wishedSettings.length === 0 || wishes.wishedSettings.includes(offer.facility.setting) ? 0 : 1;

/**
 * A candidate's place: steps in lexicographic order, each a band or a count, lower first. No weighted sum: nothing in
 * the source supports weights.
 */
export const rankOf = (pair: Pair, verdicts: readonly Verdict[]): readonly RankStep[] => {
  const verdictOf = (rule: string) => verdicts.find((verdict) => verdict.rule === rule);
  const lodging = lodgingSteps[verdictOf('R17')?.code ?? ''] ?? openLodging;
  const plan = pair.hours.plan;
  return [
    { step: 'track', value: tracks.indexOf(pair.track) },
    { step: 'open questions', value: distinct(verdicts, 'ask') },
    { step: 'conditions', value: distinct(verdicts, 'condition') },
    // Inside the window 0, unknown 1, outside 2: nothing computes a finish yet (R20).
    { step: 'finish', value: 1 },
    { step: 'coverage', value: coverageStep(pair) },
    { step: 'lodging', value: lodging },
    { step: 'distance, bands of 10 miles', value: distanceStep(pair) },
    { step: 'costs without a price', value: unpricedCosts(pair, lodging, verdictOf('R6')) },
    { step: 'cost, bands of $100', value: Math.floor(chargesOf(pair).knownCents / 10_000) },
    {
      step: 'hours missing to those wanted, bands of 60 minutes',
      value: plan === null ? last : Math.ceil(plan.missingToWantedMinutes / 60),
    },
    { step: 'setting', value: settingStep(pair) },
    { step: 'tie', value: hash('sha256', `${pair.request.id} ${pair.site.intake.id}`) },
  ];
};

/** Before 0: the first is better. Both have the same steps. */
export const compareRanks = (a: readonly RankStep[], b: readonly RankStep[]): number => {
  for (const [index, { value }] of a.entries()) {
    const other = b[index]?.value ?? last;
    if (value !== other) return value < other ? -1 : 1;
  }
  return 0;
};
