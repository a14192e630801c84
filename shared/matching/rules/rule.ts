import type { Seeker } from '../pair.ts';
import type { Code, FactsOf } from '../phrases/findings.ts';
import type { RemedyCode, RemedyFactsOf } from '../phrases/remedies.ts';
import { latest } from '../remembered.ts';
import type { Facts, NoteRow, Pair, Remedy, Row, Rule } from '../types.ts';

/** The facts that the phrases of these codes need; a code whose phrase needs none has no entry. */
type FactsByCode<C extends Code> = {
  readonly [K in C as FactsOf<K> extends readonly [] ? never : K]: (
    pair: Pair,
  ) => FactsOf<K> extends readonly [infer F extends Facts] ? F : never;
};

interface RuleParts<C extends Code, N extends Code> extends Pick<Rule, 'id' | 'kind' | 'source' | 'title'> {
  readonly rows: Readonly<Record<C, Row>>;
  readonly notes?: Readonly<Record<N, NoteRow>>;
  /** The row that holds; several where several questions stand open, or several things fail. */
  readonly judge: (pair: Pair) => NoInfer<C> | readonly NoInfer<C>[];
  readonly remedies?: { readonly [K in NoInfer<C>]?: (pair: Pair) => Remedy | null };
}

/** No entry for facts where no phrase needs any. */
type WithFacts<C extends Code> = [keyof FactsByCode<C>] extends [never]
  ? { readonly facts?: FactsByCode<C> }
  : { readonly facts: FactsByCode<C> };

/** Makes a rule of its decision table and the function that finds the row; facts are checked against the phrases. */
export const rule = <const C extends Code, const N extends Code = never>({
  notes,
  facts,
  remedies,
  ...parts
}: RuleParts<C, N> & WithFacts<NoInfer<C | N>>): Rule => ({
  ...parts,
  notes: notes ?? {},
  facts: facts ?? {},
  remedies: remedies ?? {},
});

/** What the technologist could change, and which wish of the request that is. */
export const change = <C extends RemedyCode>(field: string, code: C, ...[facts]: RemedyFactsOf<C>): Remedy => ({
  code,
  field,
  facts: facts ?? {},
});

/** Facts that are the same at every site, and so are worked out once for a request. */
export const ofRequest = <F extends Facts>(facts: (seeker: Seeker) => F): ((pair: Pair) => F) => {
  const known = latest(facts);
  return ({ seeker }) => known(seeker);
};

/** A value without which the judge does not come to the row that tells it. */
export const sure = <T>(value: T | null | undefined): T => {
  if (value === null || value === undefined) throw new Error('a row tells what its rule did not make sure of');
  return value;
};
