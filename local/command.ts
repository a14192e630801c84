import { LaptopProblem } from './problem.ts';

/**
 * Runs a command of this project: `interrupted` resolves at Ctrl-C, so that the command can end what it started.
 * What the person can put right is told in one line, anything else with its trace; both exit with 1.
 */
export const runCommand = async (command: (interrupted: Promise<void>) => Promise<void>): Promise<void> => {
  const { promise: interrupted, resolve } = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, resolve);
  try {
    await command(interrupted);
  } catch (error) {
    const usage = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
    process.stderr.write(`${error instanceof LaptopProblem || usage ? error.message : (error as Error).stack}\n`);
    process.exitCode = 1;
  }
};
