import { expect, test } from 'vitest';
import { createRouter } from '../../../local/routes.ts';

const keys = [
  '$default',
  'ANY /files/{rest+}',
  'GET /items/{id}',
  'GET /items/new',
  'GET /items/{id}/parts/{part}',
  'ANY /items/{id}',
];

test.each([
  ['GET', '/items/new', 'GET /items/new', {}],
  ['GET', '/items/7', 'GET /items/{id}', { id: '7' }],
  ['PUT', '/items/7', 'ANY /items/{id}', { id: '7' }],
  ['GET', '/items/7/parts/a', 'GET /items/{id}/parts/{part}', { id: '7', part: 'a' }],
  ['GET', '/files/a/b', 'ANY /files/{rest+}', { rest: 'a/b' }],
  ['GET', '/items', '$default', {}],
  ['GET', '/items/', '$default', {}],
  ['GET', '/', '$default', {}],
])('%s %s is served by %s, whatever the order of the routes', (method, path, key, parameters) => {
  expect(createRouter(keys)(method, path)).toEqual({ key, parameters });
  expect(createRouter(keys.toReversed())(method, path)).toEqual({ key, parameters });
});

test('without a default route, what fits no route is found nowhere', () => {
  expect(createRouter(['GET /items'])('POST', '/items')).toBeNull();
});
