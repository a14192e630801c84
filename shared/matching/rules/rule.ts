import type { Code, FactsOf } from '../phrases/findings.ts';
import type { RemedyCode, RemedyFactsOf } from '../phrases/remedies.ts';
import {
  outcomes,
  type Facts,
  type Finding,
  type Pair,
  type Remedy,
  type Row,
  type Rule,
  type Verdict,
} from '../types.ts';
import type { WeighedFinding } from '../types.ts';

/** A row of a decision table that a rule came to, with the facts that its phrase needs. */
export interface Found<C extends Code = Code> extends Finding {
  readonly code: C;
  readonly remedy: Remedy | null;
}

const noFacts: Facts = {};

/** A row without a remedy; the facts are checked against the code's phrase. */
export const row = <C extends Code>(code: C, ...[facts]: FactsOf<C>): Found<C> => ({
  code,
  facts: facts ?? noFacts,
  remedy: null,
});

/** What the technologist could change, and which wish of the request that is. */
export const change = <C extends RemedyCode>(field: string, code: C, ...[facts]: RemedyFactsOf<C>): Remedy => ({
  code,
  field,
  facts: facts ?? noFacts,
});

/** A failing row that the technologist could change. */
export const mendable = <C extends Code>(found: Found<C>, remedy: Remedy | null): Found<C> => ({ ...found, remedy });

interface RuleParts<C extends Code> extends Omit<Rule, 'rows' | 'evaluate'> {
  readonly rows: Readonly<Record<C, Row>>;
  /** The rows that hold; one at least that is no note. */
  readonly judge: (pair: Pair) => Found<NoInfer<C>> | readonly Found<NoInfer<C>>[];
}

const isList = <T>(found: T | readonly T[]): found is readonly T[] => Array.isArray(found);

const byWeight = (a: WeighedFinding, b: WeighedFinding): number =>
  outcomes.indexOf(a.outcome) - outcomes.indexOf(b.outcome);

/** Makes a rule of its decision table and the function that finds the rows: the worst row is the verdict. */
export const rule = <const C extends Code>({ judge, ...parts }: RuleParts<C>): Rule => ({
  ...parts,
  evaluate: (pair): Verdict => {
    const found = judge(pair);
    const weighed: WeighedFinding[] = [];
    const notes: Finding[] = [];
    for (const { code, facts, remedy } of isList(found) ? found : [found]) {
      const [outcome] = parts.rows[code];
      if (outcome === 'note') notes.push({ code, facts });
      else weighed.push({ code, facts, outcome, remedy });
    }
    const [worst, ...others] = weighed.length === 1 ? weighed : weighed.toSorted(byWeight);
    if (worst === undefined) throw new Error(`rule ${parts.id} came to no row of its table`);
    return { rule: parts.id, ...worst, also: others.filter(({ outcome }) => outcome !== 'pass'), notes };
  },
});
