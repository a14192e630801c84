import { createHmac, timingSafeEqual } from 'node:crypto';
import { ok, refuse, type Result } from '../domain/result.ts';
import type { Item } from './item.ts';

/** Gives the key that cursors are signed with. */
export type CursorKey = () => Promise<string>;

const macOf = (key: string, list: string, position: string): Buffer =>
  createHmac('sha256', key)
    .update(JSON.stringify(['cursor', list, position]))
    .digest();

/** Where the next page of a list begins, for a caller to bring back: readable, but of no use when altered or elsewhere. */
export const signCursor = (key: string, list: string, lastKey: Item): string => {
  const position = Buffer.from(JSON.stringify(lastKey)).toString('base64url');
  return `${position}.${macOf(key, list, position).toString('base64url')}`;
};

export const openCursor = (key: string, list: string, cursor: string): Result<Item> => {
  const [position = '', mac = ''] = cursor.split('.');
  const expected = macOf(key, list, position);
  const given = Buffer.from(mac, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    return refuse('invalid-input', { field: 'cursor', detail: 'must be a cursor that this list gave out' });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- signed by us, so it is what we wrote
  return ok(JSON.parse(Buffer.from(position, 'base64url').toString()) as Item);
};
