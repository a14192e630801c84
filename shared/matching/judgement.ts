import type { Code } from './phrases/findings.ts';
import { R2 } from './rules/r02-dates-and-seats.ts';
import { R5, R6 } from './rules/r05-liability.ts';
import { R12 } from './rules/r12-hours.ts';
import { R14 } from './rules/r14-charges.ts';
import { R15 } from './rules/r15-pay.ts';
import { R17 } from './rules/r16-travel.ts';
import { R18 } from './rules/r18-blocks.ts';
import { R22 } from './rules/r22-employees-only.ts';
import { R23 } from './rules/r23-people.ts';
import { R24 } from './rules/r24-affiliation.ts';
import { rules } from './rules/index.ts';
import {
  outcomes,
  type Facts,
  type Finding,
  type Judged,
  type Judgement,
  type NoteRow,
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

/** What excludes most pairs, by the shares of a simulated nation: it saves looking at all else. */
const excludesMost: readonly Rule[] = [R22, R24, R23, R2, R14, R17, R15];
/** These look at the hours of both sides, the dearest thing to work out: whether there are enough comes first. */
const onHours: readonly Rule[] = [R12, R18, R5, R6];
const placeOf = new Map(rules.map((rule, index) => [rule, index]));
const cheapestFirst: readonly Rule[] = [
  ...new Set([...excludesMost, ...rules.filter((rule) => !onHours.includes(rule)), ...onHours]),
];
const placesInTurn = Uint8Array.from(cheapestFirst, (rule) => placeOf.get(rule) ?? 0);

/** Filled anew for each pair: most pairs end before it is full, and none of those leaves anything behind. */
const scratch = rules.map((): Judged => []);

/** The same for candidates only: of all others, a rule that excludes them, found before the hours if that can be. */
export const candidacyOf = (pair: Pair): Judgement | Rule => {
  tally.next();
  for (let turn = 0; turn < cheapestFirst.length; turn += 1) {
    const rule = cheapestFirst[turn]!;
    scratch[placesInTurn[turn]!] = judgeBy(rule, pair);
    if (tally.fails > 0) return rule;
  }
  return judgement(scratch.slice());
};

/** What a rule came to. */
export const judgedBy = ({ judged }: Judgement, rule: Rule): Judged => judged[placeOf.get(rule) ?? -1] ?? [];

const listOf = (judged: Judged): readonly Code[] => (typeof judged === 'string' ? [judged] : judged);

/** The rule came to nothing but a `pass`. */
export const isPass = (judged: Judged): boolean => listOf(judged).every((code) => outcomeOf.get(code) === 'pass');

const noFacts: Facts = {};

const factsOf = ({ facts }: Rule, code: string, pair: Pair): Facts => facts[code]?.(pair) ?? noFacts;

/** A row or note with the facts of a pair. */
export const findingOf = (rule: Rule, code: string, pair: Pair): Finding => ({
  code,
  facts: factsOf(rule, code, pair),
});

/** What the technologist could change about a row that failed. */
const remedyOf = ({ remedies }: Rule, code: Code, pair: Pair): Remedy | null => remedies[code]?.(pair) ?? null;

/** Does this rule exclude the pair? */
export const fails = (rule: Rule, pair: Pair): boolean =>
  listOf(rule.judge(pair)).some((code) => outcomeOf.get(code) === 'fail');

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
  { judged, fails: failures }: Judgement,
): { readonly ruledOut: RuledOut | null; readonly changes: readonly Remedy[] } => {
  const changes: Remedy[] = [];
  if (failures > 0)
    for (const [index, rule] of rules.entries())
      for (const code of listOf(judged[index] ?? [])) {
        if (outcomeOf.get(code) !== 'fail') continue;
        const remedy = remedyOf(rule, code, pair);
        if (remedy === null) return { ruledOut: { rule, code }, changes: [] };
        changes.push(remedy);
      }
  return { ruledOut: null, changes };
};

/** A row with its outcome, its facts and, for a `fail`, what the technologist could change. */
const weighed = (rule: Rule, code: Code, pair: Pair): WeighedFinding => {
  const outcome = outcomeOf.get(code) ?? 'pass';
  return {
    code,
    facts: factsOf(rule, code, pair),
    outcome,
    remedy: outcome === 'fail' ? remedyOf(rule, code, pair) : null,
  };
};

const none: readonly never[] = [];

/** A row with what its verdicts share. */
interface RowTeller {
  readonly code: Code;
  /** The row alone, as notes are tested by it. */
  readonly alone: readonly Code[];
  readonly outcome: Outcome;
  readonly factsOf: (pair: Pair) => Facts;
  readonly remedyOf: (pair: Pair) => Remedy | null;
  /** The latest verdict of this row with each set of notes: most sites are told the same. */
  readonly latest: Verdict[];
}

/** Notes that are told together. */
interface NoteSet {
  readonly codes: readonly string[];
  /** The notes, where none of them tells facts of a pair. */
  readonly plain: readonly Finding[] | null;
}

/** A rule with what its verdicts need that is the same for all pairs. */
interface Teller {
  readonly rule: Rule;
  /** Those that were told already. */
  readonly rows: Map<Code, RowTeller>;
  readonly notes: readonly { readonly code: string; readonly holds: NoteRow[1] }[];
  /** Those that were told already, by the notes in them, each a bit. */
  readonly noteSets: NoteSet[];
}

const tellerOf = (rule: Rule): Teller => ({
  rule,
  rows: new Map(),
  notes: Object.entries(rule.notes).map(([code, [, holds]]) => ({ code, holds })),
  noteSets: [],
});

const tellers = rules.map(tellerOf);

/** Which notes hold, each a bit. */
const notesHeld = (notes: Teller['notes'], codes: readonly Code[], pair: Pair): number => {
  let held = 0;
  for (let place = 0; place < notes.length; place += 1) if (notes[place]!.holds(pair, codes)) held |= 1 << place;
  return held;
};

const noteSetOf = ({ rule, notes }: Teller, held: number): NoteSet => {
  const codes = notes.filter((_, place) => (held & (1 << place)) !== 0).map(({ code }) => code);
  const plain = codes.every((code) => rule.facts[code] === undefined);
  return { codes, plain: plain ? codes.map((code) => ({ code, facts: noFacts })) : null };
};

const notesOf = ({ codes, plain }: NoteSet, rule: Rule, pair: Pair): readonly Finding[] =>
  plain ?? codes.map((code) => findingOf(rule, code, pair));

/** The verdict of a row, with the facts of a pair. `codes`: all that the rule came to; `also`: the others of them. */
const verdictOfRow = (
  teller: Teller,
  row: RowTeller,
  codes: readonly Code[],
  also: readonly WeighedFinding[],
  pair: Pair,
): Verdict => {
  const { rule, notes, noteSets } = teller;
  const { code, outcome, latest } = row;
  const held = notesHeld(notes, codes, pair);
  const facts = row.factsOf(pair);
  const remedy = row.remedyOf(pair);
  const alike = remedy === null && also === none;
  const known = latest[held];
  if (alike && known !== undefined && known.facts === facts) return known;
  const noteSet = (noteSets[held] ??= noteSetOf(teller, held));
  const verdict = { rule: rule.id, code, facts, outcome, remedy, also, notes: notesOf(noteSet, rule, pair) };
  if (alike && noteSet.plain !== null) latest[held] = verdict;
  return verdict;
};

const noFactsOf = (): Facts => noFacts;
const noRemedyOf = (): Remedy | null => null;

const rowOf = ({ rule, rows }: Teller, code: Code): RowTeller => {
  const known = rows.get(code);
  if (known !== undefined) return known;
  const outcome = outcomeOf.get(code) ?? 'pass';
  const row = {
    code,
    alone: [code],
    outcome,
    factsOf: rule.facts[code] ?? noFactsOf,
    remedyOf: outcome === 'fail' ? (rule.remedies[code] ?? noRemedyOf) : noRemedyOf,
    latest: [],
  };
  rows.set(code, row);
  return row;
};

const weightOf = (code: Code): number => outcomes.indexOf(outcomeOf.get(code) ?? 'pass');

/** What a rule came to, with its facts: the worst row is the verdict, the others that are no `pass` follow. */
const verdict = (teller: Teller, judged: Judged, pair: Pair): Verdict => {
  const only = typeof judged === 'string' || judged.length !== 1 ? judged : judged[0];
  if (typeof only === 'string') {
    const row = rowOf(teller, only);
    return verdictOfRow(teller, row, row.alone, none, pair);
  }
  const { rule } = teller;
  const [worst, ...others] = listOf(judged).toSorted((a, b) => weightOf(a) - weightOf(b));
  if (worst === undefined) throw new Error(`rule ${rule.id} came to no row of its table`);
  const also = others.filter((code) => outcomeOf.get(code) !== 'pass').map((code) => weighed(rule, code, pair));
  return verdictOfRow(teller, rowOf(teller, worst), listOf(judged), also, pair);
};

/** The verdict of one rule alone. */
export const verdictOf = (rule: Rule, pair: Pair): Verdict => verdict(tellerOf(rule), rule.judge(pair), pair);

/** The verdict of every rule, with its facts, in the order of `rules/index.ts`. */
export const verdictsOf = (pair: Pair, { judged }: Judgement): readonly Verdict[] =>
  tellers.map((teller, index) => verdict(teller, judged[index] ?? [], pair));
