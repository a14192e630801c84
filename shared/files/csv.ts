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

const inQuotes = 'put the whole value in quotes, and write a quote in it twice';
const details: Partial<Record<CsvError['code'], string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened here and closed nowhere',
  INVALID_OPENING_QUOTE: `a quote stands within a value: ${inQuotes}`,
  CSV_INVALID_CLOSING_QUOTE: `a value goes on after its closing quote: ${inQuotes}`,
};

interface CsvRecord {
  readonly cells: readonly string[];
  /** Its last one: cells may hold line breaks. */
  readonly line: number;
}

/** Its records, or what makes it no CSV. */
const recordsOf = (file: string, content: string): readonly CsvRecord[] | FileProblem => {
  const records: CsvRecord[] = [];
  try {
    parse(content, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (cells, { lines }) => {
        records.push({ cells, line: lines });
        return null;
      },
    });
    return records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The parser tells where it gave up; what is wrong is in the record behind the last whole one.
    return { file, line: (records.at(-1)?.line ?? 0) + 1, field: null, detail: details[error.code] ?? error.message };
  }
};

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
  const records = recordsOf(file, content);
  if ('detail' in records) return { names: [], rows: [], problems: [records] };
  const [header, ...lines] = records;
  const names = (header?.cells ?? []).map((name) => name.trim());
  const problems = [...headerProblems(file, names, known)];
  const rows = lines.map((record): Row => {
    // Line breaks inside its cells lead back to the first line.
    const line = record.line - record.cells.join('').split('\n').length + 1;
    if (record.cells.length !== names.length)
      problems.push({
        file,
        line,
        field: null,
        detail: `has ${record.cells.length} values where the header has ${names.length} columns`,
      });
    const cells = names.flatMap((name, index): [string, unknown][] => {
      const cell = unguardCell(record.cells[index]?.trim() ?? '');
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
