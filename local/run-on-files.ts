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
