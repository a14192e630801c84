import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { LaptopProblem } from '../problem.ts';

/** The text of a file; `-` is standard input. */
export const contentOf = async (file: string): Promise<string> => {
  try {
    return await (file === '-' ? text(process.stdin) : readFile(file, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new LaptopProblem(`${file} cannot be read: there is no such file.`);
    throw new LaptopProblem(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
};
