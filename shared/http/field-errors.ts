import * as z from 'zod';
import type { FieldError } from './problems.ts';
import { meantName } from './suggestion.ts';

type RawIssue = z.core.$ZodRawIssue;

/** More errors than this help nobody. */
const maxErrors = 50;
/** Names in an answer are cut here: a sender can make one as long as a whole body. */
const maxNameLength = 100;

const shown = (name: string): string => (name.length > maxNameLength ? `${name.slice(0, maxNameLength)}…` : name);

/** A field as a JSON path, such as `wishes.availability[2].from`. */
const pathOf = (path: readonly PropertyKey[]): string => {
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else if (/^[A-Za-z_$][\w$-]*$/.test(String(part))) text += `${text === '' ? '' : '.'}${shown(String(part))}`;
    else text += `[${JSON.stringify(shown(String(part)))}]`;
  }
  return text;
};

const quoted = (values: readonly unknown[]): string => values.map((value) => JSON.stringify(value)).join(', ');

const oneOf = (values: readonly unknown[]): string =>
  values.length === 1 ? `must be ${quoted(values)}` : `must be one of ${quoted(values)}`;

const kinds: Readonly<Record<string, string>> = {
  string: 'must be a text',
  number: 'must be a number',
  int: 'must be a whole number',
  boolean: 'must be true or false',
  array: 'must be a list',
  object: 'must be an object',
  record: 'must be an object',
  null: 'must be null',
};

const counted = (count: number | bigint, one: string, many = `${one}s`): string =>
  `${count} ${Number(count) === 1 ? one : many}`;

const sizeWords = (issue: Extract<RawIssue, { code: 'too_big' | 'too_small' }>): string => {
  const [limit, bound] = issue.code === 'too_big' ? [issue.maximum, 'at most'] : [issue.minimum, 'at least'];
  const word = issue.exact === true ? 'exactly' : bound;
  switch (issue.origin) {
    case 'string':
      return `must have ${word} ${counted(limit, 'character')}`;
    case 'array':
      return `must have ${word} ${counted(limit, 'entry', 'entries')}`;
    default:
      return issue.inclusive === false
        ? `must be ${issue.code === 'too_big' ? 'less' : 'more'} than ${limit}`
        : `must be ${word} ${limit}`;
  }
};

/** The words for what zod found, where the schema has none of its own. */
const wordsFor = (issue: RawIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return kinds[String(issue.expected)] ?? 'has the wrong type';
    case 'invalid_value':
      return oneOf(issue.values);
    case 'too_big':
    case 'too_small':
      return sizeWords(issue);
    case 'not_multiple_of':
      return `must be a multiple of ${issue.divisor}`;
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? oneOf(issue.options)
        : 'has none of the allowed forms';
    case 'invalid_key':
      return `has a name that cannot be used: it ${issue.issues[0]?.message ?? 'is not allowed'}`;
    case 'invalid_format':
      return 'does not have the form that is asked for';
    default:
      return 'cannot be used';
  }
};

/** The names an object schema knows, for "did you mean". */
const namesOf = (schema: unknown): readonly string[] =>
  schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, part): unknown =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, part) ? Reflect.get(value, part) : undefined,
    input,
  );

/** Names what a whole input is called when the fault is the input itself. */
type Whole = 'body' | 'query' | 'path';

/**
 * Checks input by its schema: the value, or every field at fault with a sentence that helps whoever wrote it. zod's
 * own English never leaves. The sentence begins where the field's name ends: `zip` + `is missing`.
 */
export const checkInput = <T>(
  schema: z.ZodType<T>,
  input: unknown,
  whole: Whole,
): { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: readonly FieldError[] } => {
  const known = new Map<string, readonly string[]>();
  const parsed = schema.safeParse(input, {
    error: (issue) => {
      if (issue.code === 'unrecognized_keys') known.set(pathOf(issue.path ?? []), namesOf(issue.inst));
      return wordsFor(issue);
    },
  });
  if (parsed.success) return { ok: true, value: parsed.data };

  const errors = parsed.error.issues.flatMap((issue): FieldError[] => {
    const path = pathOf(issue.path);
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => {
        const meant = meantName(key, known.get(path) ?? []);
        const hint = meant === null ? '' : ` (did you mean "${meant}"?)`;
        return { field: pathOf([...issue.path, key]), detail: `is not a field of this request${hint}` };
      });
    const missing =
      (issue.code === 'invalid_type' || issue.code === 'invalid_value' || issue.code === 'invalid_union') &&
      valueAt(input, issue.path) === undefined;
    return [{ field: path === '' ? whole : path, detail: missing ? 'is missing' : issue.message }];
  });
  return { ok: false, errors: errors.slice(0, maxErrors) };
};
