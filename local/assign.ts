import * as z from 'zod';
import { assign, InvalidInstance } from '../shared/matching/assign.ts';
import { contentOf } from './files/content.ts';
import { bounded } from './files/problems.ts';
import { LaptopProblem } from './problem.ts';
import { runOnFiles } from './run-on-files.ts';

const help = `Assigns residents to hospitals: the stable matching that is best for every resident.

  npm run --silent assign -- FILE.json     reads the file; - reads standard input

Input   { "residents": [{ "id": "r1", "prefers": ["h1"] }],
          "hospitals": [{ "id": "h1", "capacity": 1, "prefers": ["r1"] }] }
        Lists are best first. A pair needs both sides' mention; lists may be short or empty.
Output  { "pairs": [{ "resident", "hospital" }], "unmatched": [{ "resident", "reason" }] }, by the resident's id;
        the reason is "empty-list", "no-mutual" (no hospital on the list lists the resident) or "outranked".

Problems go to standard error, with exit code 2.
`;

const Resident = z.object({ id: z.string(), prefers: z.array(z.string()) });
const InstanceFile = z.object({
  residents: z.array(Resident),
  hospitals: z.array(Resident.extend({ capacity: z.number() })),
});

const jsonOf = (content: string): unknown => {
  try {
    return JSON.parse(content);
  } catch (error) {
    throw new LaptopProblem(`This is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
};

const shownOf = (problems: readonly { field: string; detail: string }[]): string =>
  bounded(problems.map(({ field, detail }) => `${field}: ${detail}`));

await runOnFiles({
  help,
  options: {},
  allowPositionals: true,
  run: async (_, [name, ...others]) => {
    if (name === undefined || others.length > 0) throw new LaptopProblem(`Name one file.\n\n${help}`);
    const file = InstanceFile.safeParse(jsonOf(await contentOf(name)));
    if (!file.success)
      throw new LaptopProblem(
        shownOf(
          file.error.issues.map(({ path, message }) => ({
            field: z.core.toDotPath(path) || 'the file',
            detail: message,
          })),
        ),
      );
    try {
      process.stdout.write(`${JSON.stringify(assign(file.data), null, 2)}\n`);
    } catch (error) {
      throw error instanceof InvalidInstance ? new LaptopProblem(shownOf(error.problems)) : error;
    }
  },
});
