import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type * as z from 'zod';

/** A small value kept on disk, so that it is there after a restart. */
export interface StateFile<T> {
  readonly get: () => T;
  readonly set: (value: T) => void;
}

export const stateFile = <T>(file: string, schema: z.ZodType<T>, initial: () => T): StateFile<T> => {
  mkdirSync(dirname(file), { recursive: true });
  const set = (value: T): T => {
    // Written beside and moved into place: a kill in between leaves the old value.
    writeFileSync(`${file}.new`, JSON.stringify(value));
    renameSync(`${file}.new`, file);
    return value;
  };
  const load = (): T | null => {
    try {
      return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      return null;
    }
  };
  let value = load() ?? set(initial());
  return {
    get: () => value,
    set: (next) => {
      value = set(next);
    },
  };
};
