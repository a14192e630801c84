import { CalendarDate } from '../shared/domain/primitives.ts';
import { readMarket, type FileMarket } from './files/market.ts';
import { LaptopProblem } from './problem.ts';
import { needed } from './run-on-files.ts';

/** What the commands that read a market of files have in common. */

/** Today's date, or the one that is given. */
const dateOf = (given: string | undefined): string => {
  const date = CalendarDate.safeParse(given ?? new Date().toISOString().slice(0, 10));
  if (!date.success) throw new LaptopProblem(`--today must be a date such as 2027-01-04, and not "${given}".`);
  return date.data;
};

/** The options by which both commands are told what to read. */
export const fileOptions = {
  facilities: { type: 'string' },
  programs: { type: 'string' },
  today: { type: 'string' },
} as const;

/** The facilities and programs that were named, and the requests beside them, as of the day that was named. */
export const marketOf = (
  { facilities, programs, today }: { readonly [Option in keyof typeof fileOptions]?: string },
  requests: string,
  help: string,
): Promise<FileMarket> =>
  readMarket(
    { facilities: needed(facilities, '--facilities', help), requests, programs: programs ?? null },
    dateOf(today),
  );

/** What both commands say of their files in their help. */
export const fileHelp = `Files are CSV with a header, or JSON with a list of objects, and the same fields in both: docs/files.md names them.
What is empty has not been said. - is standard input.`;
