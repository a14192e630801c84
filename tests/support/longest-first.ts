import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, first: a long file that begins last would keep one core waiting for it. */
const longest = [/\/e2e\/demo\./, /\/faults\//, /\/e2e\//, /\/(?:usecases|store|infra)\//];

const turnOf = ({ moduleId }: TestSpecification): number => {
  const turn = longest.findIndex((path) => path.test(moduleId));
  return turn === -1 ? longest.length : turn;
};

/** Test files in an order that needs no memory of the last run, as on a machine that has never run them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => turnOf(a) - turnOf(b) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}
