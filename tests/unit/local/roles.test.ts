import { expect, test } from 'vitest';
import { decide } from '../../../local/roles.ts';

const statement = (Effect: 'Allow' | 'Deny', Action: string, Resource: string, Condition = {}) => ({
  Effect,
  Action: [Action],
  Resource: [Resource],
  Condition,
});
const arn = 'arn:aws:dynamodb:us-east-1:000000000000:table/T';
const put = { action: 'dynamodb:PutItem', resource: arn };

test('nothing is allowed that no statement allows', () => {
  expect(decide([], put)).toBe(false);
  expect(decide([statement('Allow', 'dynamodb:GetItem', arn)], put)).toBe(false);
  expect(decide([statement('Allow', 'dynamodb:PutItem', `${arn}/index/x`)], put)).toBe(false);
  expect(decide([statement('Allow', 'dynamodb:PutItem', arn)], put)).toBe(true);
});

test('patterns match whole names, actions in any case, and mean nothing but * and ?', () => {
  expect(decide([statement('Allow', 'dynamodb:put*', '*')], put)).toBe(true);
  expect(decide([statement('Allow', 'dynamodb:Put', '*')], put)).toBe(false);
  expect(decide([statement('Allow', '*', `${arn}/index/*`)], { ...put, resource: `${arn}/index/lists` })).toBe(true);
  expect(decide([statement('Allow', '*', 'arn:aws:dynamodb:us-east-1:000000000000:table/?')], put)).toBe(true);
  expect(decide([statement('Allow', '*', 'arn.aws.dynamodb.*')], put)).toBe(false);
});

test('a denial wins over any permission', () => {
  expect(decide([statement('Allow', '*', '*'), statement('Deny', 'dynamodb:PutItem', arn)], put)).toBe(false);
});

test('a condition must hold, and one about something unknown does not', () => {
  const send = { action: 'ses:SendRawEmail', resource: 'identity' };
  const only = statement('Allow', '*', '*', { StringEquals: { 'ses:FromAddress': ['a@example.org'] } });
  expect(decide([only], { ...send, context: { 'ses:FromAddress': 'a@example.org' } })).toBe(true);
  expect(decide([only], { ...send, context: { 'ses:FromAddress': 'b@example.org' } })).toBe(false);
  expect(decide([only], send)).toBe(false);
});
