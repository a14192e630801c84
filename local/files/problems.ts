import type { FileProblem } from '../../shared/files/problems.ts';
import { LaptopProblem } from '../problem.ts';

/** More of them would scroll the first ones away. */
const problemsShown = 20;

/** So many lines at most, and how many more there are. */
export const bounded = (lines: readonly string[]): string =>
  [
    ...lines.slice(0, problemsShown),
    ...(lines.length > problemsShown ? [`… and ${lines.length - problemsShown} more`] : []),
  ].join('\n');

/** Files that cannot be used; every problem is named by file, line and field. */
export const refusedFiles = (problems: readonly FileProblem[]): LaptopProblem =>
  new LaptopProblem(
    bounded(
      problems.map(
        ({ file, line, field, detail }) => `${file}, line ${line}: ${field === null ? '' : `${field}: `}${detail}`,
      ),
    ),
  );
