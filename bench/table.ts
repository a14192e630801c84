import { styleText } from 'node:util';

/** One line of the table: what was measured, beside what, and what it had to reach. */
export interface Row {
  /** The target's id, such as P1. */
  readonly target: string;
  readonly what: string;
  readonly measured: string;
  /** The peer or the count that the figure is held against, measured in this run. */
  readonly beside: string;
  /** How the two compare, and what was to be reached: `612 × (≥ 500 ×)`. */
  readonly result: string;
  /** Reached? null: stated, without a target. */
  readonly reached: boolean | null;
}

/** A part of `npm run bench`. */
export interface Bench {
  readonly name: string;
  readonly run: () => Promise<Row[]>;
  /** Takes so long that it only runs when it is named. */
  readonly onlyByName?: true;
}

const heads = ['', 'what', 'measured', 'beside', 'result'];

const mark = (reached: boolean | null): string =>
  reached === null ? ' ' : reached ? styleText('green', '✓') : styleText('red', '✗');

/** The rows as a table for the terminal. */
export const tableOf = (rows: readonly Row[]): string => {
  const cells = rows.map((row) => [row.target, row.what, row.measured, row.beside, row.result]);
  const widths = heads.map((_, column) => Math.max(...[heads, ...cells].map((cell) => cell[column]?.length ?? 0)));
  const lineOf = (cell: readonly string[]): string =>
    cell
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [
    `  ${styleText('dim', lineOf(heads))}`,
    ...rows.map((row, index) => `${mark(row.reached)} ${lineOf(cells[index] ?? [])}`),
  ].join('\n');
};
