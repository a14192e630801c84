import { expect, test } from 'vitest';
import * as z from 'zod';
import { loadTemplate } from '../../../local/template.ts';
import { type Resources, emptyDirectory, writeAssembly } from '../../support/tiny-assembly.ts';

const deployment = { api: 'http://api', gateway: 'http://gateway', issuer: 'http://issuer', mark: 'm' };

const load = (
  stacks: Readonly<Record<string, { readonly Resources: Resources; readonly [section: string]: object }>>,
) => {
  const directory = emptyDirectory();
  writeAssembly(directory, stacks);
  return loadTemplate(directory, deployment);
};

/** What a property of one function becomes. */
const resolved = (value: unknown, sections: object = {}, others: Resources = {}) => {
  const Resources = { ...others, Group: { Type: 'AWS::Logs::LogGroup', Properties: { value } } };
  const template = load({ one: { Resources, ...sections } });
  const [group] = template.ofType('AWS::Logs::LogGroup');
  if (group === undefined) throw new Error('no group');
  return template.read(group, z.looseObject({ value: z.unknown() })).value;
};

const queue = { Queue: { Type: 'AWS::SQS::Queue' } };

test('references become what the laptop has in their place', () => {
  expect(resolved({ Ref: 'Queue' }, {}, queue)).toBe('http://gateway/000000000000/one-Queue-m');
  expect(resolved({ 'Fn::GetAtt': ['Queue', 'Arn'] }, {}, queue)).toBe(
    'arn:aws:sqs:us-east-1:000000000000:one-Queue-m',
  );
  expect(resolved({ 'Fn::GetAtt': 'Queue.QueueName' }, {}, queue)).toBe('one-Queue-m');
  expect(resolved({ Ref: 'AWS::Region' })).toBe('us-east-1');
});

test('texts are put together as CloudFormation does', () => {
  expect(resolved({ 'Fn::Join': ['-', ['a', { Ref: 'AWS::Partition' }]] })).toBe('a-aws');
  expect(resolved({ 'Fn::Sub': '${Queue.QueueName} ${AWS::StackName} ${!kept}' }, {}, queue)).toBe(
    'one-Queue-m one ${kept}',
  );
  expect(resolved({ 'Fn::Sub': ['${x}!', { x: { Ref: 'AWS::Region' } }] })).toBe('us-east-1!');
  expect(resolved({ 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] })).toBe('b');
});

test('conditions choose, and what has no value is left out', () => {
  const Conditions = {
    Here: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'us-east-1'] },
    There: { 'Fn::Not': [{ Condition: 'Here' }] },
  };
  expect(resolved({ 'Fn::If': ['Here', 'yes', 'no'] }, { Conditions })).toBe('yes');
  expect(resolved({ 'Fn::If': ['There', 'yes', 'no'] }, { Conditions })).toBe('no');
  expect(resolved({ kept: 1, gone: { Ref: 'AWS::NoValue' } })).toEqual({ kept: 1 });
});

test('what one stack exports, another one imports', () => {
  const template = load({
    data: {
      Resources: queue,
      Outputs: {
        Out: { Value: { 'Fn::GetAtt': ['Queue', 'Arn'] }, Export: { Name: { 'Fn::Sub': '${AWS::StackName}:arn' } } },
      },
    },
    service: {
      Resources: { Group: { Type: 'AWS::Logs::LogGroup', Properties: { value: { 'Fn::ImportValue': 'data:arn' } } } },
    },
  });
  const groups = template
    .ofType('AWS::Logs::LogGroup')
    .map((group) => template.read(group, z.looseObject({ value: z.string() })));
  expect(groups).toMatchObject([{ value: 'arn:aws:sqs:us-east-1:000000000000:data-Queue-m' }]);
});

test('what it cannot resolve stops it, by name', () => {
  expect(() => resolved({ Ref: 'Nothing' })).toThrow('one refers to Nothing');
  expect(() => resolved({ 'Fn::GetAtt': ['Queue', 'Colour'] }, {}, queue)).toThrow('one reads Queue.Colour');
  expect(() => resolved({ 'Fn::Cidr': [] })).toThrow('one uses Fn::Cidr');
  expect(() => resolved({ 'Fn::ImportValue': 'nowhere' })).toThrow('No stack exports nowhere');
});
