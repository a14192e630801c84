import { expect, test } from 'vitest';
import { matchesPattern } from '../../../local/pattern.ts';

test('every named field must have one of the listed values', () => {
  const pattern = { source: ['aws.ses'], detail: { kind: ['a', 'b'] } };
  expect(matchesPattern(pattern, { source: 'aws.ses', detail: { kind: 'b' }, more: 1 })).toBe(true);
  expect(matchesPattern(pattern, { source: 'aws.ses', detail: { kind: 'c' } })).toBe(false);
  expect(matchesPattern(pattern, { source: 'aws.ses' })).toBe(false);
});

test('a list in the event matches by any of its members', () => {
  expect(matchesPattern({ tags: { id: ['x'] } }, { tags: { id: ['w', 'x'] } })).toBe(true);
  expect(matchesPattern({ items: { id: ['x'] } }, { items: [{ id: 'w' }, { id: 'x' }] })).toBe(true);
});

test('operators compare in their own way, and an unknown one stops', () => {
  const cases: readonly (readonly [object, unknown, boolean])[] = [
    [{ prefix: 'ab' }, 'abc', true],
    [{ prefix: 'b' }, 'abc', false],
    [{ suffix: 'bc' }, 'abc', true],
    [{ 'equals-ignore-case': 'ABC' }, 'abc', true],
    [{ 'anything-but': ['x'] }, 'abc', true],
    [{ 'anything-but': 'abc' }, 'abc', false],
    [{ exists: true }, 'abc', true],
    [{ exists: false }, 'abc', false],
    [{ exists: false }, undefined, true],
  ];
  for (const [operator, value, expected] of cases)
    expect(matchesPattern({ x: [operator] }, { x: value })).toBe(expected);
  expect(() => matchesPattern({ x: [{ numeric: ['>', 1] }] }, { x: 2 })).toThrow('numeric');
});
