import { parseArgs, type ParseArgsConfig } from 'node:util';
import { LaptopProblem } from './problem.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

interface Command<O extends Options> {
  readonly help: string;
  /** Beside `--help`, which every command has. */
  readonly options: O;
  readonly allowPositionals?: boolean;
  readonly run: (
    values: ReturnType<typeof parseArgs<{ options: O }>>['values'],
    positionals: readonly string[],
  ) => Promise<void>;
}

const helpOption = { help: { type: 'boolean', short: 'h', default: false } } as const;

/** Runs a command that turns files into output: what the person can put right goes to standard error, with exit code 2. */
export const runOnFiles = async <const O extends Options>({
  help,
  options,
  allowPositionals = false,
  run,
}: Command<O>): Promise<void> => {
  try {
    const { values, positionals } = parseArgs({ options: { ...options, ...helpOption }, allowPositionals });
    if ('help' in values && values.help === true) process.stdout.write(help);
    else await run(values, positionals);
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
