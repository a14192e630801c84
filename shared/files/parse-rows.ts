import * as z from 'zod';
import type { FileProblem } from './problems.ts';
import type { Row } from './csv.ts';

/** A row that was understood, and where it stands. */
export interface Parsed<T> {
  readonly value: T;
  /** A problem with a field of this row. */
  readonly problem: (field: string | null, detail: string) => FileProblem;
}

/** The fields of a kind of file: their schema, and which of them are numbers. */
export interface RowKind<T extends z.ZodObject> {
  readonly schema: T;
  readonly numbers: readonly (keyof T['shape'] & string)[];
}

const at = (values: unknown, path: readonly PropertyKey[]): unknown =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is no object has no such field
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], values);

/** `windows[1].from` */
const dotPath = (path: readonly PropertyKey[]): string =>
  path
    .map((part, place) => (typeof part === 'number' ? `[${part}]` : `${place === 0 ? '' : '.'}${String(part)}`))
    .join('');

const problemsOf = (file: string, row: Row, issues: readonly z.core.$ZodIssue[]): FileProblem[] =>
  issues.flatMap((issue) => {
    const problem = (path: readonly PropertyKey[], detail: string): FileProblem => ({
      file,
      line: row.lineOf(path),
      field: path.length === 0 ? null : dotPath(path),
      detail,
    });
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => problem([...issue.path, key], 'there is no such field'));
    const missing = (at(row.values, issue.path) ?? null) === null && issue.path.length === 1;
    return [problem(issue.path, missing ? 'is missing' : issue.message)];
  });

/** Understands the rows of a file; adds what is wrong with those that are left out to `problems`. */
export const parseRows = <T extends z.ZodObject>(
  file: string,
  rows: readonly Row[],
  schema: T,
  problems: FileProblem[],
): readonly Parsed<z.output<T>>[] =>
  rows.flatMap((row): Parsed<z.output<T>>[] => {
    const result = schema.safeParse(row.values);
    if (!result.success) {
      problems.push(...problemsOf(file, row, result.error.issues));
      return [];
    }
    const problem = (field: string | null, detail: string): FileProblem => ({
      file,
      line: row.lineOf(field === null ? [] : [field]),
      field,
      detail,
    });
    return [{ value: result.data, problem }];
  });
