import { rename, rm, writeFile } from 'node:fs/promises';
import { LaptopProblem } from '../problem.ts';

/** Writes a file whole or not at all: beside its place first, and there only when it is complete. */
export const writeWhole = async (file: string, content: string): Promise<void> => {
  const unfinished = `${file}.${process.pid}.part`;
  try {
    await writeFile(unfinished, content, { flag: 'wx' });
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw new LaptopProblem(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
};
