import { disagreements, repeats } from '../../files/agreement.ts';
import { readCsv } from '../../files/csv.ts';
import { type FacilityField, facilityRows, ofFacility, ofIntake, ofSiteOffer } from '../../files/facility-rows.ts';
import { parseRows } from '../../files/parse-rows.ts';
import type { FileProblem } from '../../files/problems.ts';
import { mostFacilities, type SentFile } from './import-plan.ts';
import type { ImportRow } from './plan-rows.ts';

/** What the service knows better itself, or has no use for: a file may say it, and it is not taken. */
export const notTaken = [
  'status',
  'seatsTaken',
  'lat',
  'lon',
  'briefsLeft',
  'resting',
] as const satisfies FacilityField[];

interface ReadFile {
  readonly columns: readonly string[];
  readonly rows: readonly ImportRow[];
  readonly problems: readonly FileProblem[];
}

const offerOf = ({ facility, discipline }: ImportRow['value']): string => `${facility}-${discipline ?? ''}`;

/** Rows that say something of an offer or an intake, and not of which. */
const incomplete = (row: ImportRow): readonly FileProblem[] => {
  const says = (fields: readonly FacilityField[]): boolean => fields.some((field) => row.value[field] !== undefined);
  if (row.value.discipline === undefined)
    return says([...ofSiteOffer(), ...ofIntake, 'intake']) ? [row.problem('discipline', 'is missing')] : [];
  return row.value.intake === undefined && says(ofIntake) ? [row.problem('intake', 'is missing')] : [];
};

/** The rows of a file that agree with themselves and each other. Of a facility with something wrong there are none. */
export const readFile = ({ name, content }: SentFile): ReadFile => {
  const columns = { known: facilityRows.fields(), numbers: facilityRows.numbers };
  const { names, rows, problems: broken } = readCsv(name, content, columns);
  const refused = (detail: string): ReadFile => ({
    columns: names,
    rows: [],
    problems: [{ file: name, line: 1, field: null, detail }],
  });
  if (broken.length > 0) return { columns: names, rows: [], problems: broken };
  if (rows.length === 0) return refused('there is nothing in this file');
  if (!names.includes('facility')) return refused('there is no column "facility"');
  const problems: FileProblem[] = [];
  const parsed = parseRows(name, rows, facilityRows.partly(), problems);
  const offers = parsed.filter(({ value }) => value.discipline !== undefined);
  const intakes = offers.filter(({ value }) => value.intake !== undefined);
  problems.push(
    ...parsed.flatMap(incomplete),
    ...disagreements(parsed, ofFacility, ({ facility }) => facility),
    ...disagreements(offers, ofSiteOffer(), offerOf),
    ...repeats(intakes, 'intake', (row) => `${offerOf(row)}-${row.intake ?? ''}`),
  );
  const wrongLines = new Set(problems.map(({ line }) => line));
  const wrong = new Set(rows.filter((row) => wrongLines.has(row.lineOf([]))).map(({ values }) => values['facility']));
  return { columns: names, rows: parsed.filter(({ value }) => !wrong.has(value.facility)), problems };
};

export const tooMany = (name: string, facilities: number): FileProblem => ({
  file: name,
  line: 1,
  field: null,
  detail: `there are ${facilities} facilities in this file, and one takes ${mostFacilities}: cut it into parts`,
});
