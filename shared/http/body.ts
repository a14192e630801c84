import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { HttpProblem, type FieldError } from './problems.ts';

const maxBytes = 64 * 1024;
/** No contract nests half as deep; what nests deeper is meant to exhaust a stack. */
const maxDepth = 32;

const malformed = (detail: string, field = 'body'): HttpProblem =>
  new HttpProblem('malformed-body', { errors: [{ field, detail }] });

/** The body as text, with nothing in it that is no text; empty when none was sent. */
const textOf = ({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): string => {
  // Decoding base64 makes three bytes of four characters: the length is judged before the work is done.
  if (isBase64Encoded ? body.length * 0.75 > maxBytes + 2 : Buffer.byteLength(body) > maxBytes)
    throw new HttpProblem('body-too-large', {
      errors: [{ field: 'body', detail: `must have at most ${maxBytes} bytes` }],
    });
  if (!isBase64Encoded) return body;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(body, 'base64'));
  } catch {
    throw malformed('must be text in UTF-8');
  }
};

const mediaTypeOf = (event: APIGatewayProxyEventV2): string =>
  (event.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

const requireMediaType = (event: APIGatewayProxyEventV2, expected: string): void => {
  if (mediaTypeOf(event) !== expected)
    throw new HttpProblem('unsupported-media-type', {
      detail: `Send the body as \`${expected}\`.`,
      errors: [{ field: 'Content-Type', detail: `must be ${expected}` }],
    });
};

/** Half of a surrogate pair is no character: the table would store something else than was sent. */
const halfCharacter = 'holds half of a character';

const checkTexts = (value: unknown, depth: number): void => {
  if (depth > maxDepth) throw malformed(`must not nest deeper than ${maxDepth} levels`);
  if (typeof value === 'string' && !value.isWellFormed()) throw malformed(halfCharacter);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (!key.isWellFormed()) throw malformed(halfCharacter);
    checkTexts(inner, depth + 1);
  }
};

/** What a request's body holds, and its text for comparing repeats. */
interface JsonBody {
  readonly text: string;
  /** `undefined` when no body was sent. */
  readonly value: unknown;
}

export const readJson = (event: APIGatewayProxyEventV2): JsonBody => {
  const text = textOf(event);
  if (text.trim() === '') return { text: '', value: undefined };
  requireMediaType(event, 'application/json');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw malformed('is not valid JSON');
  }
  checkTexts(value, 0);
  return { text, value };
};

/**
 * Whether a mail program sends what its reader asked for with one click (RFC 8058): this one pair, as either kind of form.
 */
export const isOneClick = (event: APIGatewayProxyEventV2): boolean => {
  const text = textOf(event);
  return mediaTypeOf(event) === 'multipart/form-data'
    ? /name="?List-Unsubscribe"?\r?\n(?:[^\r\n]+\r?\n)*\r?\nOne-Click\r?\n/i.test(text)
    : new URLSearchParams(text).get('List-Unsubscribe') === 'One-Click';
};

/** The fields of a form that were filled in: browsers send the others too, as empty texts. */
export type FormFields = Readonly<Record<string, string>>;

export const readForm = (event: APIGatewayProxyEventV2): FormFields => {
  const text = textOf(event);
  if (text === '') return {};
  requireMediaType(event, 'application/x-www-form-urlencoded');
  const fields = new Map<string, string>();
  const twice: FieldError[] = [];
  for (const [name, value] of new URLSearchParams(text)) {
    if (fields.has(name)) twice.push({ field: name, detail: 'was sent twice' });
    // Browsers send line breaks of a text area as CR LF.
    fields.set(name, value.replaceAll('\r\n', '\n'));
  }
  if (twice.length > 0) throw new HttpProblem('malformed-body', { errors: twice.slice(0, 10) });
  return Object.fromEntries([...fields].filter(([, value]) => value.trim() !== ''));
};
