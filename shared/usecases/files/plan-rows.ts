import type { Discipline } from '../../domain/discipline.ts';
import type { FacilityId } from '../../domain/primitives.ts';
import { IntakeTerms } from '../../domain/site-offer.ts';
import { type FacilityField, ofIntake } from '../../files/facility-rows.ts';
import { cellOf } from '../../files/facility-cells.ts';
import type { RowValues } from '../../files/facility-values.ts';
import type { Parsed } from '../../files/parse-rows.ts';
import type { FileProblem } from '../../files/problems.ts';
import type { FacilityWithSites, Ports } from '../ports.ts';
import type { FieldChange, ImportStep } from './import-plan.ts';

/** A row that names its facility. */
export type ImportRow = Parsed<RowValues & { readonly facility: FacilityId }>;

/** What the rows about one facility come to. */
export interface FacilityPlan {
  readonly steps: readonly ImportStep[];
  readonly problems: readonly FileProblem[];
  /** Things that the rows are about. */
  readonly things: number;
}

export interface Planned {
  readonly rows: readonly [ImportRow, ...ImportRow[]];
  /** The columns of the file. What it has no column for stays as it is. */
  readonly columns: readonly string[];
  readonly found: FacilityWithSites | null;
  readonly places: Ports['places'];
}

export const differences = (
  fields: readonly FacilityField[],
  before: RowValues,
  after: RowValues,
): readonly FieldChange[] =>
  fields.flatMap((field) => {
    const [from, to] = [cellOf(field, before[field]), cellOf(field, after[field])];
    // An empty text is nothing said, as in the file.
    return (from ?? '') === (to ?? '') ? [] : [{ field, from, to }];
  });

export const lineOf = ({ problem }: ImportRow): number => problem(null, '').line;

/** Collects what is wrong, and lets a plan go on to tell all of it. */
export const checks = () => {
  const problems: FileProblem[] = [];
  return {
    problems,
    refuse: ({ problem }: ImportRow, field: FacilityField | null, detail: string): null => {
      problems.push(problem(field, detail));
      return null;
    },
  };
};
export type Refuse = ReturnType<typeof checks>['refuse'];

export const intakeTermsOf = (row: ImportRow, values: RowValues, refuse: Refuse): IntakeTerms | null => {
  const parsed = IntakeTerms.safeParse({ startsOn: values.startsOn, endsOn: values.endsOn, seats: values.seats });
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) {
    const field = ofIntake.find((one) => one === path[0]) ?? null;
    refuse(row, field, field !== null && values[field] === undefined ? 'is missing: this intake is new' : message);
  }
  return null;
};

export const byDiscipline = (rows: readonly ImportRow[]): ReadonlyMap<Discipline, readonly ImportRow[]> => {
  const grouped = new Map<Discipline, ImportRow[]>();
  for (const row of rows) {
    const { discipline } = row.value;
    if (discipline !== undefined) grouped.set(discipline, [...(grouped.get(discipline) ?? []), row]);
  }
  return grouped;
};

/** Rows with an intake of their own. */
export const withIntakes = (rows: readonly ImportRow[]) =>
  rows.flatMap((row) => (row.value.intake === undefined ? [] : [{ row, mark: row.value.intake }]));
