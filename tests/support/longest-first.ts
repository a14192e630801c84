import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** They take the longest, longest first, and are small files: what they play lies elsewhere. */
const longest = ['/journeys/journeys.test.ts', '/e2e/demo.test.ts', '/pages/every-page.test.ts'];

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = longest.findIndex((file) => moduleId.endsWith(file));
  return place === -1 ? longest.length : place;
};

/**
 * The usual order, but the longest files begin first: at the end one core would wait for them. On a machine that has
 * never run the tests vitest knows files by their size alone.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- the sequencer's own, which changes no array
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}
