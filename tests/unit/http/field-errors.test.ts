import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import { strictly } from '../../../shared/contracts/strictly.ts';
import { submitRequest } from '../../../shared/contracts/technologist.ts';
import { vetFacility } from '../../../shared/contracts/vetting.ts';
import { SiteOfferTerms } from '../../../shared/domain/site-offer.ts';
import { examples } from '../../../shared/contracts/examples.ts';
import { checkInput } from '../../../shared/http/field-errors.ts';
import { someTerms } from '../../support/builders.ts';

const errorsOf = (schema: z.ZodType, input: unknown) => {
  const checked = checkInput(schema, input, 'body');
  return checked.ok ? [] : checked.errors.map(({ field, detail }) => `${field} ${detail}`);
};

const Sample = z.strictObject({
  zip: z.string(),
  seats: z.int().min(1).max(99),
  weight: z.number().gt(0).optional(),
  day: z.enum(['mon', 'tue']),
  days: z.array(z.strictObject({ from: z.string().max(5) })).max(2),
});

const right = { zip: '02139', seats: 1, day: 'mon', days: [] };

describe('a field at fault is told by its path and a sentence', () => {
  test.each([
    ['what is absent', { ...right, zip: undefined }, ['zip is missing']],
    ['another type', { ...right, zip: 2139 }, ['zip must be a text']],
    ['too much', { ...right, seats: 100 }, ['seats must be at most 99']],
    ['too little', { ...right, seats: 0, weight: 0 }, ['seats must be at least 1', 'weight must be more than 0']],
    ['a fraction', { ...right, seats: 1.5 }, ['seats must be a whole number']],
    ['no such choice', { ...right, day: 'moon' }, ['day must be one of "mon", "tue"']],
    [
      'inside a list',
      { ...right, days: [{ from: '8:00' }, { from: '08:00:00' }] },
      ['days[1].from must have at most 5 characters'],
    ],
    [
      'a long list',
      { ...right, days: [{ from: '' }, { from: '' }, { from: '' }] },
      ['days must have at most 2 entries'],
    ],
    ['no object at all', 7, ['body must be an object']],
    ['nothing', undefined, ['body is missing']],
    ['null', null, ['body must be an object']],
  ])('%s', (_, input, expected) => {
    expect(errorsOf(Sample, input)).toEqual(expected);
  });

  test('all of them at once', () => {
    expect(errorsOf(Sample, {})).toEqual(['zip is missing', 'seats is missing', 'day is missing', 'days is missing']);
  });

  test('the mark that tells forms apart is named like any field', () => {
    expect(errorsOf(vetFacility.body, { decision: 'maybe', version: 1 })).toEqual([
      'decision must be one of "open", "refuse"',
    ]);
    expect(errorsOf(vetFacility.body, { version: 1 })).toEqual(['decision is missing']);
  });

  test('a name with odd characters is quoted', () => {
    const terms = { ...someTerms(), volumeByCategory: { 'head and neck': -1 } };
    expect(errorsOf(SiteOfferTerms, terms)).toEqual(['volumeByCategory["head and neck"] must be at least 0']);
  });
});

describe('an unknown field is refused, with the one that was probably meant', () => {
  test.each([
    ['seets', 'seets is not a field of this request (did you mean "seats"?)'],
    ['Zip', 'Zip is not a field of this request (did you mean "zip"?)'],
    ['wieght', 'wieght is not a field of this request (did you mean "weight"?)'],
    ['colour', 'colour is not a field of this request'],
    ['x'.repeat(5000), `${'x'.repeat(100)}… is not a field of this request`],
  ])('%s', (name, expected) => {
    expect(errorsOf(Sample, { ...right, [name]: 1 })).toEqual([expected]);
  });

  test('keys of the language are fields like any other', () => {
    const hostile: unknown = JSON.parse('{"__proto__": {"seats": 1}, "constructor": 1, "toString": 2}');
    expect(errorsOf(Sample, hostile)).toEqual([
      'zip is missing',
      'seats is missing',
      'day is missing',
      'days is missing',
      '__proto__ is not a field of this request',
      'constructor is not a field of this request',
      'toString is not a field of this request',
    ]);
  });

  test('deep inside as well', () => {
    const example = structuredClone(examples['submitRequest']) as { wishes: { readiness: Record<string, unknown> } };
    example.wishes.readiness['diabetic'] = true;
    expect(errorsOf(submitRequest.body, example)).toEqual(['wishes.readiness.diabetic is not a field of this request']);
  });

  test('and also where an item of the same shape was read before', () => {
    const Inner = z.lazy(() => z.object({ seats: z.int() }));
    expect(Inner.parse({ seats: 1, newer: 2 })).toEqual({ seats: 1 });
    expect(errorsOf(strictly(z.object({ inner: Inner })), { inner: { seats: 1, newer: 2 } })).toEqual([
      'inner.newer is not a field of this request',
    ]);
  });
});

test('the words are ours, never those of the library', () => {
  const wrong = [undefined, null, 0, -1, Infinity, Number.NaN, '', 'x'.repeat(300), true, [], [[]], {}, { a: 1 }];
  const base = examples['submitRequest'] as Record<string, Record<string, unknown>>;
  const sentences = wrong.flatMap((value) =>
    Object.keys(base['wishes'] ?? {}).flatMap((field) =>
      errorsOf(strictly(submitRequest.body), { ...base, wishes: { ...base['wishes'], [field]: value } }),
    ),
  );
  expect(sentences.filter((sentence) => /invalid|expected|received|too (small|big)/i.test(sentence))).toEqual([]);
});

test('no more than fifty are told', () => {
  expect(
    errorsOf(
      z.array(z.string()),
      Array.from({ length: 500 }, () => 1),
    ),
  ).toHaveLength(50);
});
