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

/** Counts what the rules come to; one for all pairs, because a round judges millions of them. */
const tally: { fails: number; readonly asks: Code[]; readonly conditions: Code[] } = {
  fails: 0,
  asks: [],
  conditions: [],
};

const count = (code: Code): void => {
  const outcome = outcomeOf.get(code);
  if (outcome === 'pass') return;
  if (outcome === 'fail') tally.fails += 1;
  else {
    const found = outcome === 'ask' ? tally.asks : tally.conditions;
    if (!found.includes(code)) found.push(code);
  }
};

const judgeBy = (rule: Rule, pair: Pair): Judged => {
  const judged = rule.judge(pair);
  if (typeof judged === 'string') count(judged);
  else for (const code of judged) count(code);
  return judged;
};

const begin = (): void => {
  tally.fails = 0;
  tally.asks.length = 0;
  tally.conditions.length = 0;
};

const judgement = (judged: readonly Judged[]): Judgement => ({
  judged,
  fails: tally.fails,
  asks: tally.asks.length,
  conditions: tally.conditions.length,
});

/** What every rule says of a pair. */
export const judgementOf = (pair: Pair): Judgement => {
  begin();
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
  begin();
  const judged: Judged[] = [];
  for (const [rule, place] of cheapestFirst) {
    judged[place] = judgeBy(rule, pair);
    if (tally.fails > 0) return null;
  }
  return judgement(judged);
};

/** What a rule came to. */
export const judgedBy = ({ judged }: Judgement, rule: Rule): Judged => judged[placeOf.get(rule) ?? -1] ?? [];

export const listOf = (judged: Judged): readonly Code[] => (typeof judged === 'string' ? [judged] : judged);

/** The rule came to nothing but a `pass`. */
export const isPass = (judged: Judged): boolean => listOf(judged).every((code) => outcomeOf.get(code) === 'pass');

const noFacts: Facts = {};

const findingOf = ({ facts }: Rule, code: string, pair: Pair): Finding => ({
  code,
  facts: facts[code]?.(pair) ?? noFacts,
});

/** What the technologist could change about a row that failed. */
export const remedyOf = ({ remedies }: Rule, code: Code, pair: Pair): Remedy | null => remedies[code]?.(pair) ?? null;

/** The rules that came to a `fail`, in the order of `rules/index.ts`. */
export const failingRules = ({ judged }: Judgement): readonly Rule[] =>
  rules.filter((_, place) => listOf(judged[place] ?? []).some((code) => outcomeOf.get(code) === 'fail'));

/** A rule that excludes a site for good, and the row it came to. */
export interface RuledOut {
  readonly rule: Rule;
  readonly code: Code;
}

/** The first rule with a `fail` that no change of the technologist's would help; null: a candidate or a near miss. */
export const ruledOutBy = (pair: Pair, { judged, fails }: Judgement): RuledOut | null => {
  if (fails === 0) return null;
  for (const [index, rule] of rules.entries())
    for (const code of listOf(judged[index] ?? []))
      if (outcomeOf.get(code) === 'fail' && remedyOf(rule, code, pair) === null) return { rule, code };
  return null;
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
