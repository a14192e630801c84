/* What the fields of long forms say, in the form of the contracts; not checked here: a schema says what is wrong. */

import { dayGroups } from '../domain/day-groups.ts';

/** Fields of the form by their names, as they were typed; what was left empty is not there. */
export type Fields = Readonly<Record<string, string>>;

/** A number where it is one; else the text, of which the schema says what is wrong. */
export const numberIn = (text: string | undefined): number | string | undefined => {
  const plain = text?.replaceAll(/[,$\s]/g, '');
  return plain === undefined || plain === '' || Number.isNaN(Number(plain)) ? text : Number(plain);
};

export const scaled = (text: string | undefined, factor: number): number | string | undefined => {
  const value = numberIn(text);
  return typeof value === 'number' ? Math.round(value * factor) : value;
};

/** Rows `name.0.from`, `name.1.from` … in the order of their numbers; wholly empty ones are not there. */
export const rowsIn = (fields: Fields, name: string): readonly Readonly<Record<string, string>>[] => {
  const rows = new Map<number, Record<string, string>>();
  for (const [field, value] of Object.entries(fields)) {
    const [, number, part] = /^\.(\d{1,3})\.(\w+)$/.exec(field.slice(name.length)) ?? [];
    if (!field.startsWith(name) || number === undefined || part === undefined) continue;
    rows.set(Number(number), { ...rows.get(Number(number)), [part]: value });
  }
  return [...rows].toSorted(([a], [b]) => a - b).map(([, row]) => row);
};

/** Windows of the week, one for each day that a row names. */
export const windowsIn = (fields: Fields, name: string): readonly object[] =>
  rowsIn(fields, name).flatMap(({ day, from, to }) =>
    (dayGroups[day ?? ''] ?? [day]).map((one) => ({ day: one, from, to })),
  );

export const ticked = (fields: Fields, name: string): boolean => fields[name] === 'yes';

export const tickedOf = (fields: Fields, name: string, options: readonly string[]): readonly string[] =>
  options.filter((option) => ticked(fields, `${name}.${option}`));
