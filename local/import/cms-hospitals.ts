import type { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod';
import { line, Zip } from '../../shared/domain/primitives.ts';
import { LaptopProblem } from '../problem.ts';
import { linesOf, type Line } from './lines.ts';
import { readableName } from './readable-name.ts';

/** Columns of "Hospital General Information" that are read, by the names that CMS gives them. */
const columns = {
  ccn: 'Facility ID',
  name: 'Facility Name',
  street: 'Address',
  zip: 'ZIP Code',
  type: 'Hospital Type',
  ownership: 'Hospital Ownership',
} as const;
type Field = keyof typeof columns;
const fields = Object.keys(columns) as readonly Field[];

const Row = z.object({
  /** CMS Certification Number; federal hospitals have a letter at the end. */
  ccn: z.string().regex(/^[0-9A-Z]{6}$/, 'must be six digits or capitals, such as 010001'),
  name: line(160),
  street: line(160),
  zip: Zip,
  type: line(80),
  ownership: line(80),
});

/** A hospital of the published list, with its name and street as people write them. */
export interface CmsHospital extends z.infer<typeof Row> {
  /** Its line in the file. */
  readonly line: number;
}

/** A row that was skipped, and why. */
export interface RowProblem {
  readonly line: number;
  /** The column's name; null: the row as a whole. */
  readonly column: string | null;
  readonly message: string;
}

export interface CmsFile {
  /** Rows below the header, empty lines not counted. */
  readonly rows: number;
  readonly hospitals: readonly CmsHospital[];
  readonly problems: readonly RowProblem[];
}

const brokenQuotes: Readonly<Partial<Record<string, string>>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and not closed',
  CSV_INVALID_CLOSING_QUOTE: 'text follows a closing quote',
  INVALID_OPENING_QUOTE: 'a quote stands inside a value',
};

/** The values of one line, or what is wrong with it. */
const valuesOf = (text: string): readonly string[] | { readonly index: number | null; readonly message: string } => {
  try {
    const [values] = parse(text);
    return values ?? [];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const index: unknown = error['column'];
    return { index: typeof index === 'number' ? index : null, message: brokenQuotes[error.code] ?? error.message };
  }
};

interface Header {
  readonly names: readonly string[];
  /** Where each field stands in a row. */
  readonly at: Readonly<Record<Field, number>>;
}

const headerOf = ({ number, text }: Line): Header => {
  const names = valuesOf(text);
  if ('message' in names) throw new LaptopProblem(`Line ${number} is no header in CSV: ${names.message}.`);
  const known = names.map((name) => name.trim().toLowerCase());
  const place = (field: Field): number => known.indexOf(columns[field].toLowerCase());
  const missing = fields.filter((field) => place(field) === -1).map((field) => `"${columns[field]}"`);
  if (missing.length === fields.length)
    throw new LaptopProblem(
      `Line ${number} names no column of "Hospital General Information" as CMS publishes it: is this the right file?`,
    );
  if (missing.length > 0)
    throw new LaptopProblem(`Line ${number} lacks the column${missing.length > 1 ? 's' : ''} ${missing.join(', ')}.`);
  return {
    names,
    at: {
      ccn: place('ccn'),
      name: place('name'),
      street: place('street'),
      zip: place('zip'),
      type: place('type'),
      ownership: place('ownership'),
    },
  };
};

/** The hospital of one line, or why there is none. */
const hospitalOf = ({ number, text }: Line, { names, at }: Header): CmsHospital | readonly RowProblem[] => {
  const problem = (column: string | null, message: string): RowProblem => ({ line: number, column, message });
  const values = valuesOf(text);
  if ('message' in values)
    return [problem(values.index === null ? null : (names[values.index] ?? null), values.message)];
  if (values.length !== names.length)
    return [problem(null, `has ${values.length} values where the header has ${names.length} columns`)];
  const row = Row.safeParse(Object.fromEntries(fields.map((field) => [field, values[at[field]]])));
  if (!row.success) return row.error.issues.map(({ path, message }) => problem(columns[path[0] as Field], message));
  const { name, street } = row.data;
  return { ...row.data, name: readableName(name), street: readableName(street), line: number };
};

const addressOf = ({ name, street, zip }: CmsHospital): string => [name, street, zip].join('\n').toUpperCase();

/**
 * Reads the list of hospitals as CMS publishes it: one hospital a line, so that a broken line costs that line only.
 * Rows that cannot be used, and hospitals that are there already (5 are listed under two ids), are reported and
 * skipped. Throws `LaptopProblem` where there is nothing to read.
 */
export const readCmsHospitals = async (stream: Readable): Promise<CmsFile> => {
  const hospitals: CmsHospital[] = [];
  const problems: RowProblem[] = [];
  const seen = new Map<string, CmsHospital>();
  let header: Header | undefined;
  let rows = 0;
  for await (const textLine of linesOf(stream)) {
    if (textLine.text.trim() === '') continue;
    if (header === undefined) {
      header = headerOf(textLine);
      continue;
    }
    rows += 1;
    const hospital = hospitalOf(textLine, header);
    if (!('ccn' in hospital)) {
      problems.push(...hospital);
      continue;
    }
    const twin = seen.get(hospital.ccn) ?? seen.get(addressOf(hospital));
    if (twin === undefined) {
      seen.set(hospital.ccn, hospital).set(addressOf(hospital), hospital);
      hospitals.push(hospital);
    } else {
      const message = `repeats the hospital of line ${twin.line} (${twin.ccn}, ${twin.name})`;
      problems.push({ line: hospital.line, column: columns.ccn, message });
    }
  }
  if (header === undefined) throw new LaptopProblem('The file is empty.');
  return { rows, hospitals, problems };
};
