import type { Code } from './phrases/findings.ts';
import { R12 } from './rules/r12-hours.ts';
import { R18 } from './rules/r18-blocks.ts';
import { rules } from './rules/index.ts';
import { R5, R6 } from './rules/r05-liability.ts';
import {
  outcomes,
  type Facts,
  type Finding,
  type Judged,
  type Judgement,
  type Outcome,
  type Pair,
  type Remedy,
  type Rule,
  type Verdict,
  type WeighedFinding,
} from './types.ts';

/** Judging comes first and by codes alone; facts, remedies and notes are worked out for those who will be told. */

/** A code comes to one outcome, in whichever rule. */
const outcomeOf: ReadonlyMap<string, Outcome> = new Map(
  rules.flatMap(({ rows }) => Object.entries(rows).map(([code, [outcome]]) => [code, outcome])),
);

/**
 * Counts distinct codes of each outcome. One tally for all pairs, and no search in lists: a round judges millions of
 * pairs.
 */
class Tally {
  readonly #numberOf = new Map([...outcomeOf.keys()].map((code, number) => [code, number]));
  /** By the code's number: the place of its outcome among `outcomes`. */
  readonly #outcomes = Uint8Array.from(outcomeOf.values(), (outcome) => outcomes.indexOf(outcome));
  /** By the code's number: the last pair in which it was counted. */
  readonly #countedIn = new Float64Array(outcomeOf.size);
  #pair = 0;
  fails = 0;
  asks = 0;
  conditions = 0;

  next(): void {
    this.#pair += 1;
    this.fails = 0;
    this.asks = 0;
    this.conditions = 0;
  }

  count(code: string): void {
    const number = this.#numberOf.get(code) ?? 0;
    const outcome = this.#outcomes[number] ?? 0;
    if (outcome === pass || this.#countedIn[number] === this.#pair) return;
    this.#countedIn[number] = this.#pair;
    if (outcome === fail) this.fails += 1;
    else if (outcome === ask) this.asks += 1;
    else this.conditions += 1;
  }
}

const pass = outcomes.indexOf('pass');
const fail = outcomes.indexOf('fail');
const ask = outcomes.indexOf('ask');

const tally = new Tally();

const judgeBy = (rule: Rule, pair: Pair): Judged => {
  const judged = rule.judge(pair);
  if (typeof judged === 'string') tally.count(judged);
  else for (const code of judged) tally.count(code);
  return judged;
};

const judgement = (judged: readonly Judged[]): Judgement => ({
  judged,
  fails: tally.fails,
  asks: tally.asks,
  conditions: tally.conditions,
});

/** What every rule says of a pair. */
export const judgementOf = (pair: Pair): Judgement => {
  tally.next();
  return judgement(rules.map((rule) => judgeBy(rule, pair)));
};

/** These look at the hours of both sides, the dearest thing to work out. */
const rulesOnHours: ReadonlySet<Rule> = new Set([R5, R6, R12, R18]);
const placeOf = new Map(rules.map((rule, index) => [rule, index]));
const cheapestFirst: readonly (readonly [rule: Rule, place: number])[] = [
  ...rules.filter((rule) => !rulesOnHours.has(rule)),
  ...rulesOnHours,
].map((rule) => [rule, placeOf.get(rule) ?? 0]);

/** The same for candidates only: null at the first `fail`, before the hours are looked at if that can be. */
export const candidacyOf = (pair: Pair): Judgement | null => {
  tally.next();
  const judged: Judged[] = [];
  for (const [rule, place] of cheapestFirst) {
    judged[place] = judgeBy(rule, pair);
    if (tally.fails > 0) return null;
  }
  return judgement(judged);
};

/** What a rule came to. */
export const judgedBy = ({ judged }: Judgement, rule: Rule): Judged => judged[placeOf.get(rule) ?? -1] ?? [];

const listOf = (judged: Judged): readonly Code[] => (typeof judged === 'string' ? [judged] : judged);

/** The rule came to nothing but a `pass`. */
export const isPass = (judged: Judged): boolean => listOf(judged).every((code) => outcomeOf.get(code) === 'pass');

const noFacts: Facts = {};

/** A row or note with the facts of a pair. */
export const findingOf = ({ facts }: Rule, code: string, pair: Pair): Finding => ({
  code,
  facts: facts[code]?.(pair) ?? noFacts,
});

/** What the technologist could change about a row that failed. */
const remedyOf = ({ remedies }: Rule, code: Code, pair: Pair): Remedy | null => remedies[code]?.(pair) ?? null;

/** The rules that came to a `fail`, in the order of `rules/index.ts`. */
export const failingRules = ({ judged }: Judgement): readonly Rule[] =>
  rules.filter((_, place) => listOf(judged[place] ?? []).some((code) => outcomeOf.get(code) === 'fail'));

/** A rule that excludes a site for good, and the row it came to. */
export interface RuledOut {
  readonly rule: Rule;
  readonly code: Code;
}

/**
 * What stands between a pair and candidacy: the first failure that no change of the technologist's would help, or
 * else the changes that all failures together ask for. A candidate has neither.
 */
export const obstaclesOf = (
  pair: Pair,
  { judged, fails }: Judgement,
): { readonly ruledOut: RuledOut | null; readonly changes: readonly Remedy[] } => {
  const changes: Remedy[] = [];
  if (fails > 0)
    for (const [index, rule] of rules.entries())
      for (const code of listOf(judged[index] ?? [])) {
        if (outcomeOf.get(code) !== 'fail') continue;
        const remedy = remedyOf(rule, code, pair);
        if (remedy === null) return { ruledOut: { rule, code }, changes: [] };
        changes.push(remedy);
      }
  return { ruledOut: null, changes };
};

const weighed = (rule: Rule, code: Code, pair: Pair): WeighedFinding => {
  const outcome = outcomeOf.get(code) ?? 'pass';
  return {
    ...findingOf(rule, code, pair),
    outcome,
    remedy: outcome === 'fail' ? remedyOf(rule, code, pair) : null,
  };
};

const notesByRule = new Map(rules.map((rule) => [rule, Object.entries(rule.notes)]));

const notesOf = (rule: Rule, judged: readonly Code[], pair: Pair): readonly Finding[] =>
  (notesByRule.get(rule) ?? []).flatMap(([code, [, holds]]) =>
    holds(pair, judged) ? [findingOf(rule, code, pair)] : [],
  );

const byWeight = (a: WeighedFinding, b: WeighedFinding): number =>
  outcomes.indexOf(a.outcome) - outcomes.indexOf(b.outcome);

/** What a rule came to, with its facts: the worst row is the verdict. */
const verdict = (rule: Rule, judged: Judged, pair: Pair): Verdict => {
  const codes = listOf(judged);
  const found = codes.map((code) => weighed(rule, code, pair));
  const [worst, ...others] = found.length === 1 ? found : found.toSorted(byWeight);
  if (worst === undefined) throw new Error(`rule ${rule.id} came to no row of its table`);
  const notes = notesOf(rule, codes, pair);
  return { rule: rule.id, ...worst, also: others.filter(({ outcome }) => outcome !== 'pass'), notes };
};

/** The verdict of one rule alone. */
export const verdictOf = (rule: Rule, pair: Pair): Verdict => verdict(rule, rule.judge(pair), pair);

/** The verdict of every rule, with its facts, in the order of `rules/index.ts`. */
export const verdictsOf = (pair: Pair, { judged }: Judgement): readonly Verdict[] =>
  rules.map((rule, index) => verdict(rule, judged[index] ?? [], pair));
