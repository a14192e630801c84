import { CsvError, parse } from 'csv-parse/sync';
import { guardCell, unguardCell } from './cells.ts';
import type { FileProblem } from './problems.ts';

/** One row of a file: the same fields whether it is JSON or CSV. */
export interface Row {
  readonly values: Readonly<Record<string, unknown>>;
  /** The line of a value, or of the row. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** The fields that a file may have. */
export interface Columns {
  readonly known: readonly string[];
  /** Those that hold numbers; all others hold text. */
  readonly numbers: readonly string[];
}

/** A file as rows; where there are problems, they are all that is to be known of it. */
export interface CsvFile {
  /** The columns of the header, in its order. */
  readonly names: readonly string[];
  readonly rows: readonly Row[];
  readonly problems: readonly FileProblem[];
}

const csvProblem = (file: string, error: CsvError): FileProblem => {
  const line: unknown = error['lines'];
  return { file, line: typeof line === 'number' ? line : 1, field: null, detail: error.message };
};

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

const recordsOf = (content: string): readonly CsvRecord[] =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the package's types do not say what `info` changes
  parse(content, { bom: true, info: true, relax_column_count: true, skip_empty_lines: true }) as never;

const cellValue = (cell: string, isNumber: boolean): unknown =>
  isNumber && /^[+-]?\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell;

const headerProblems = (file: string, names: readonly string[], known: readonly string[]): readonly FileProblem[] =>
  names.flatMap((name, index) => {
    const problem = (detail: string): FileProblem => ({ file, line: 1, field: name, detail });
    if (!known.includes(name)) return [problem('there is no such field')];
    return names.indexOf(name) === index ? [] : [problem('is in the header twice')];
  });

/** A header, and a row below it for each record. An empty cell says nothing. */
export const readCsv = (file: string, content: string, { known, numbers }: Columns): CsvFile => {
  let records: readonly CsvRecord[];
  try {
    records = recordsOf(content);
  } catch (error) {
    if (error instanceof CsvError) return { names: [], rows: [], problems: [csvProblem(file, error)] };
    throw error;
  }
  const [header, ...lines] = records;
  const names = (header?.record ?? []).map((name) => name.trim());
  const problems = [...headerProblems(file, names, known)];
  const rows = lines.map(({ record, info }): Row => {
    // The parser tells the last line of a record; line breaks inside its cells lead back to the first.
    const line = info.lines - record.join('').split('\n').length + 1;
    if (record.length !== names.length)
      problems.push({
        file,
        line,
        field: null,
        detail: `has ${record.length} values where the header has ${names.length} columns`,
      });
    const cells = names.flatMap((name, index): [string, unknown][] => {
      const cell = unguardCell(record[index]?.trim() ?? '');
      return cell === '' ? [] : [[name, cellValue(cell, numbers.includes(name))]];
    });
    return { values: Object.fromEntries(cells), lineOf: () => line };
  });
  return { names, rows: problems.length > 0 ? [] : rows, problems };
};

export type Cell = string | number | null;

const written = (cell: Cell): string =>
  typeof cell === 'string' ? `"${guardCell(cell).replaceAll('"', '""')}"` : String(cell ?? '');

/**
 * Rows as CSV that is safe to open in a spreadsheet. Texts are quoted and guarded, numbers stand as they are; null is
 * an empty cell. A byte order mark says that it is UTF-8, without which Excel reads names wrong.
 */
export const writeCsv = (names: readonly string[], rows: readonly Readonly<Record<string, Cell>>[]): string => {
  const lines = [names, ...rows.map((row) => names.map((name) => row[name] ?? null))];
  return `\uFEFF${lines.map((cells) => `${cells.map(written).join(',')}\r\n`).join('')}`;
};
