import { LaptopProblem } from '../problem.ts';

/** What the demo shows, it also checks: a wrong outcome ends it with a sentence and a non-zero exit. */
export class WrongOutcome extends LaptopProblem {}

export function expectThat(condition: boolean, expectation: string): asserts condition {
  if (!condition) throw new WrongOutcome(`Expected: ${expectation}`);
}

export const found = <T>(value: T | null | undefined, what: string): T => {
  if (value === null || value === undefined) throw new WrongOutcome(`Expected to find ${what}.`);
  return value;
};
