import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { LaptopProblem } from '../problem.ts';

/** The text of a file; `-` is standard input. */
export const contentOf = async (file: string): Promise<string> => {
  try {
    return await (file === '-' ? text(process.stdin) : readFile(file, 'utf8'));
  } catch (error) {
    throw new LaptopProblem(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
};
