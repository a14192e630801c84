import { isDeepStrictEqual } from 'node:util';
import type { Parsed } from './parse-rows.ts';
import type { FileProblem } from './problems.ts';

/** Rows whose id an earlier row has. */
export const repeats = <T>(rows: readonly Parsed<T>[], field: string, idOf: (value: T) => string): FileProblem[] => {
  const first = new Map<string, Parsed<T>>();
  return rows.flatMap((row) => {
    const id = idOf(row.value);
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, row);
      return [];
    }
    return [row.problem(field, `${id} is in line ${earlier.problem(field, '').line} already`)];
  });
};

/** Rows that say of the same thing something else than an earlier row. */
export const disagreements = <T extends object>(
  rows: readonly Parsed<T>[],
  fields: readonly (keyof T & string)[],
  idOf: (row: T) => string,
): FileProblem[] => {
  const first = new Map<string, Parsed<T>>();
  return rows.flatMap((row) => {
    const earlier = first.get(idOf(row.value)) ?? row;
    first.set(idOf(row.value), earlier);
    return fields
      .filter((field) => !isDeepStrictEqual(row.value[field] ?? null, earlier.value[field] ?? null))
      .map((field) =>
        row.problem(field, `is not what line ${earlier.problem(field, '').line} says of ${idOf(row.value)}`),
      );
  });
};
