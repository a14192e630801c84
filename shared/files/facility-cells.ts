import type { Cell } from './csv.ts';
import { type FacilityField, facilityRows } from './facility-rows.ts';
import type { RowValues } from './facility-values.ts';

const inHours: ReadonlySet<string> = new Set(['minWeeklyHours', 'minBlockHours'] satisfies FacilityField[]);
const inDollars: ReadonlySet<string> = new Set([
  'insurancePerClaim',
  'insuranceAggregate',
  'fee',
] satisfies FacilityField[]);

const listed = (items: readonly unknown[]): string =>
  items
    .map((item) =>
      typeof item === 'object' && item !== null && 'day' in item && 'from' in item && 'to' in item
        ? `${String(item.day)} ${String(item.from)}-${String(item.to)}`
        : String(item),
    )
    .join('; ');

/** A value as it stands in a file. */
export const cellOf = (field: FacilityField, value: unknown): Cell => {
  if (typeof value === 'number') {
    if (inHours.has(field)) return Number((value / 60).toFixed(4));
    return inDollars.has(field) ? value / 100 : value;
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return listed(value);
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([name, volume]) => `${name} ${String(volume)}`)
      .join('; ');
  return typeof value === 'string' ? value : null;
};

/** What a row says, as cells. */
export const cellsOf = (values: RowValues): Readonly<Record<string, Cell>> =>
  Object.fromEntries(facilityRows.fields().map((field) => [field, cellOf(field, values[field])]));
