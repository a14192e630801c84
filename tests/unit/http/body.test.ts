import { describe, expect, test } from 'vitest';
import { submitRequest } from '../../../shared/contracts/technologist.ts';
import { answerForm } from '../../../shared/contracts/facility-pages.ts';
import { readForm, readJson } from '../../../shared/http/body.ts';
import { HttpProblem } from '../../../shared/http/problems.ts';
import { anEvent, type EventChange } from './an-event.ts';

const json = { 'content-type': 'application/json' };
const urlEncoded = { 'content-type': 'application/x-www-form-urlencoded' };

const outcome = (read: () => unknown): unknown => {
  try {
    return read();
  } catch (error) {
    return error instanceof HttpProblem ? error.code : error;
  }
};
const jsonOf = (change: EventChange) =>
  outcome(() => readJson(anEvent(submitRequest, { headers: json, ...change })).value);
const formOf = (body: string) => outcome(() => readForm(anEvent(answerForm, { headers: urlEncoded, body })));
const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64');

const ofSize = (bytes: number) => JSON.stringify('x'.repeat(bytes - 2));

describe('a JSON body', () => {
  test('is read, also as API Gateway encodes it', () => {
    expect(jsonOf({ body: '{"a":"ü"}' })).toEqual({ a: 'ü' });
    expect(jsonOf({ body: base64('{"a":"ü"}'), base64: true })).toEqual({ a: 'ü' });
  });

  test('may be absent', () => {
    expect(jsonOf({ headers: {} })).toBeUndefined();
    expect(jsonOf({ body: '  ', headers: {} })).toBeUndefined();
  });

  test.each([
    ['application/json; charset=utf-8', { a: 1 }],
    ['Application/JSON', { a: 1 }],
    ['application/json,application/json', 'unsupported-media-type'],
    ['text/plain', 'unsupported-media-type'],
    ['application/x-www-form-urlencoded', 'unsupported-media-type'],
    ['', 'unsupported-media-type'],
  ])('of the content type "%s"', (contentType, expected) => {
    expect(jsonOf({ body: '{"a":1}', headers: { 'content-type': contentType } })).toEqual(expected);
  });

  test.each([
    ['cut off', '{"a":'],
    ['a comment', '{"a":1}//'],
    ['not quoted', '{a:1}'],
    ['half of a character', String.raw`{"a":"\ud800"}`],
    ['half of a character in a name', String.raw`{"\ud800":1}`],
    ['nested without end', `${'['.repeat(30_000)}${']'.repeat(30_000)}`],
    ['nested objects', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`],
  ])('that is malformed: %s', (_, body) => {
    expect(jsonOf({ body })).toBe('malformed-body');
  });

  test('that is not UTF-8', () => {
    expect(jsonOf({ body: base64(Uint8Array.of(0x22, 0xff, 0xfe, 0x22)), base64: true })).toBe('malformed-body');
  });

  test('holds 64 kB at most, by its bytes', () => {
    expect(jsonOf({ body: ofSize(65_536) })).toHaveLength(65_534);
    expect(jsonOf({ body: ofSize(65_537) })).toBe('body-too-large');
    expect(jsonOf({ body: JSON.stringify('ü'.repeat(33_000)) })).toBe('body-too-large');
    expect(jsonOf({ body: base64(ofSize(65_536)), base64: true })).toHaveLength(65_534);
    expect(jsonOf({ body: base64(ofSize(65_540)), base64: true })).toBe('body-too-large');
  });
});

describe('a form', () => {
  test('is read as it was typed, line breaks made one', () => {
    expect(formOf('question=1+%2B+1%0D%0Aor+2%3F&choice=question')).toEqual({
      question: '1 + 1\nor 2?',
      choice: 'question',
    });
  });

  test('leaves out what was not filled in', () => {
    expect(formOf('choice=yes&reason=&comment=++')).toEqual({ choice: 'yes' });
  });

  test('that answers twice is no answer', () => {
    expect(formOf('choice=yes&choice=no')).toBe('malformed-body');
  });

  test('keeps names of the language as names', () => {
    expect(formOf('__proto__=1&constructor=2')).toEqual(
      Object.fromEntries([
        ['__proto__', '1'],
        ['constructor', '2'],
      ]),
    );
  });

  test('is of its own content type', () => {
    expect(outcome(() => readForm(anEvent(answerForm, { headers: json, body: '{}' })))).toBe('unsupported-media-type');
  });
});
