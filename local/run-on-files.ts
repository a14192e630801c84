import { LaptopProblem } from './problem.ts';

/** Runs a command that turns files into output: what the person can put right goes to standard error, with exit code 2. */
export const runOnFiles = async (command: () => Promise<void>): Promise<void> => {
  try {
    await command();
  } catch (error) {
    const usage = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
    if (!(error instanceof LaptopProblem) && !usage) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
};

/** The value of an option that a command cannot do without. */
export const needed = (value: string | undefined, option: string, help: string): string => {
  if (value === undefined) throw new LaptopProblem(`Say ${option}.\n\n${help}`);
  return value;
};

/** Today's date, or the one that is given. */
export const dateOf = (given: string | undefined): string => {
  const date = given ?? new Date().toISOString().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date)))
    throw new LaptopProblem(`--today must be a date such as 2027-01-04, and not "${date}".`);
  return date;
};

/** What both commands say of their files in their help. */
export const fileHelp = `Files are CSV with a header, or JSON with a list of objects, and the same fields in both: docs/files.md names them.
What is empty has not been said. - is standard input.`;
