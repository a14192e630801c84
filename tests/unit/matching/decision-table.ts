import { expect, test } from 'vitest';
import type { Wishes } from '../../../shared/domain/placement-request.ts';
import type { Place } from '../../../shared/domain/primitives.ts';
import { verdictOf } from '../../../shared/matching/judgement.ts';
import { pairOf, seekerOf } from '../../../shared/matching/pair.ts';
import type { Pair, Rule, Verdict } from '../../../shared/matching/types.ts';
import { aContext, aRequest, aSite, type SiteChange } from '../../support/builders.ts';

/** What differs from a request and a site that fit each other. */
export interface Scene {
  readonly wishes?: Partial<Wishes>;
  readonly home?: Place;
  readonly employmentConfirmed?: boolean;
  readonly site?: SiteChange;
  readonly context?: Parameters<typeof aContext>[0];
}

export const pairIn = ({ wishes, home, employmentConfirmed, site, context }: Scene): Pair =>
  pairOf(
    seekerOf(
      aRequest({
        wishes,
        ...(home === undefined ? {} : { home }),
        ...(employmentConfirmed === undefined ? {} : { employmentConfirmed }),
      }),
      aContext(context),
    ),
    aSite(site),
  );

const rowsOf = ({ outcome, code, also, notes }: Verdict): string[] => [
  `${outcome} ${code}`,
  ...also.map((other) => `${other.outcome} ${other.code}`),
  ...notes.map((note) => `note ${note.code}`),
];

type TableRow = readonly [when: string, comesTo: string | readonly string[], scene: Scene];

/**
 * Tests a rule row by row: the worst row is the verdict, the others that are no `pass` follow, then the notes,
 * `always` the last of them.
 * A row of the rule's own table that no test came to fails as well.
 */
export const decisionTable = (rule: Rule, rows: readonly TableRow[], always: readonly string[] = []): void => {
  const reached = new Set<string>();
  for (const [when, comesTo, scene] of rows) {
    const [worst = '', ...others] = [comesTo].flat();
    test(`${rule.id} ${when} → ${[worst, ...others].join(', ')}`, () => {
      const found = rowsOf(verdictOf(rule, pairIn(scene)));
      for (const row of found) reached.add(row.split(' ')[1] ?? '');
      expect(found).toEqual([worst, ...others, ...always]);
    });
  }
  test(`${rule.id} has no row that is not tested`, () => {
    expect([...reached].toSorted()).toEqual([...Object.keys(rule.rows), ...Object.keys(rule.notes)].toSorted());
  });
};
