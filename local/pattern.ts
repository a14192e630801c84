import * as z from 'zod';
import { LaptopProblem } from './problem.ts';

const record = z.record(z.string(), z.unknown());

const operators: Readonly<Record<string, (argument: unknown, value: unknown) => boolean>> = {
  prefix: (argument, value) => typeof value === 'string' && value.startsWith(String(argument)),
  suffix: (argument, value) => typeof value === 'string' && value.endsWith(String(argument)),
  'equals-ignore-case': (argument, value) =>
    typeof value === 'string' && value.toLowerCase() === String(argument).toLowerCase(),
  exists: (argument, value) => (value !== undefined) === argument,
  'anything-but': (argument, value) =>
    value !== undefined && !z.array(z.unknown()).catch([argument]).parse(argument).includes(value),
};

const alternativeMatches = (alternative: unknown, value: unknown): boolean => {
  const parsed = record.safeParse(alternative);
  if (!parsed.success) return alternative === value;
  return Object.entries(parsed.data).every(([name, argument]) => {
    const operator = operators[name];
    if (operator === undefined) throw new LaptopProblem(`The laptop cloud does not know the filter operator ${name}.`);
    return operator(argument, value);
  });
};

/** The filter language of EventBridge and of event sources: a leaf lists the values it accepts. */
export const matchesPattern = (pattern: unknown, value: unknown): boolean => {
  // A list in the event matches if one of its members does.
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (Array.isArray(pattern)) {
    return pattern.some((alternative) => values.some((one) => alternativeMatches(alternative, one)));
  }
  return values.some((one) => {
    const fields = record.catch({}).parse(one);
    return Object.entries(record.parse(pattern)).every(([key, inner]) => matchesPattern(inner, fields[key]));
  });
};
