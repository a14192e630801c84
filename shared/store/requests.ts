import { isDeepStrictEqual } from 'node:util';
import { requestIdOf } from '../domain/offer.ts';
import { PlacementRequest } from '../domain/placement-request.ts';
import type { RequestId } from '../domain/primitives.ts';
import type { Requests, RequestWithOffers, Write } from '../usecases/ports.ts';
import { parseItem, toItem, type Entity, type Item } from './item.ts';
import { listOf, requestIndexes, requestKey, requestToldKey, sentSince, waitingFor, wholeRequest } from './keys.ts';
import { offerEntity } from './offers.ts';
import { parsedOrThrow, type Table } from './read.ts';
import { collect, page, placesIn, together, type Stretch } from './stretches.ts';
import { asRead, repository } from './repository.ts';
import { kindAttribute } from './table.ts';
import { difference, updateOf, writeParts, type TransactItem } from './write.ts';

/**
 * A request is kept in two items: one that each of its steps writes, and one with what its person told us, which only
 * an edit does. The latter is the larger by far, and holds all of the person's own data.
 */
const told: ReadonlySet<string> = new Set(['contact', 'home', 'wishes'] satisfies (keyof PlacementRequest)[]);

const half = (request: PlacementRequest, isTold: boolean): Item =>
  Object.fromEntries(Object.entries(request).filter(([name]) => told.has(name) === isTold));

/** In both: the version of the request that was told so, by which a mixture of before and after an edit is noticed. */
const toldIn = 'toldIn';

export const requestEntity: Entity<PlacementRequest> = {
  kind: 'request',
  schema: PlacementRequest,
  keyOf: ({ id }) => requestKey(id),
  indexesOf: requestIndexes,
  attributesOf: (request) => half(request, false),
};

const toldKind = 'request-told';

/** Without a condition: that of the other item, in the same transaction, is enough. */
const tell = ({ tableName }: Table, request: PlacementRequest): TransactItem => {
  const item = { ...half(request, true), [toldIn]: request.version, [kindAttribute]: toldKind };
  const { text, names, values } = difference({}, item);
  return {
    Update: {
      TableName: tableName,
      Key: requestToldKey(request.id),
      UpdateExpression: text,
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: values,
    },
  };
};

const create = (table: Table, request: PlacementRequest): Write => {
  const Item = { ...toItem(requestEntity, request), [toldIn]: request.version };
  const ConditionExpression = 'attribute_not_exists(pk)';
  return writeParts('duplicate', [
    { Put: { TableName: table.tableName, Item, ConditionExpression } },
    tell(table, request),
  ]);
};

const update = (table: Table, before: PlacementRequest, after: PlacementRequest): Write => {
  const toldAnew = !isDeepStrictEqual(half(before, true), half(after, true));
  // Of a request from before it was kept in two items, the one still holds all.
  const was = { ...toItem(requestEntity, before), ...(toldAnew && half(before, true)) };
  const is = { ...toItem(requestEntity, after), ...(toldAnew && { [toldIn]: after.version }) };
  return writeParts('stale-version', [
    { Update: updateOf(table.tableName, requestKey(before.id), difference(was, is), asRead(before)) },
    ...(toldAnew ? [tell(table, after)] : []),
  ]);
};

/** A read may fall between the two halves of an edit, but hardly so often in a row. */
const attempts = 5;

/** A request, and whatever else lies in the stretch. */
const read = async (table: Table, stretch: Stretch) => {
  for (let attempt = 1; ; attempt += 1) {
    const found = await together(attempt === 1 ? table : { ...table, relaxed: false }, stretch);
    const [steps, words] = [found.first(requestEntity.kind), found.first(toldKind)];
    if (steps === undefined) return null;
    if (steps[toldIn] === words?.[toldIn] || attempt === attempts)
      return { request: parsedOrThrow(table, requestEntity, { ...words, ...steps }), found };
  }
};

const withOffers = async (table: Table, id: RequestId): Promise<RequestWithOffers | null> => {
  const whole = await read(table, { partition: requestKey(id).pk });
  return whole && { request: whole.request, offers: whole.found.all(offerEntity) };
};

export const requests = (table: Table): Requests => ({
  get: async (id) => (await read(table, wholeRequest(id)))?.request ?? null,
  create: (request) => create(table, request),
  update: (before, after) => update(table, before, after),
  requireUnchanged: repository(table, requestEntity, requestKey).requireUnchanged,
  withOffers: (id, reading) => withOffers({ ...table, ...reading }, id),
  ofOffer: async (id, reading) => {
    const found = await withOffers({ ...table, ...reading }, requestIdOf(id));
    const offer = found?.offers.find((each) => each.id === id);
    return found && offer ? { ...found, offer } : null;
  },
  inStatus: (status, cursor, limit) =>
    page(
      { ...table, relaxed: true },
      requestEntity,
      { index: 'lists', partition: listOf.requests(status) },
      { cursor, limit },
    ),
  sentSince: async (status, since, limit) =>
    (await placesIn(table, sentSince(status, since), limit)).map((place) => place.slice(0, since.length)),
  unmatched: (since, limit) =>
    collect(
      table,
      { index: 'lists', partition: listOf.requests('confirmed') },
      (item) => {
        const request = parseItem(table.quarantine, requestEntity, item);
        return request !== null && request.updatedAt <= since ? request : null;
      },
      limit,
    ),
  waitingFor: (discipline, limit) =>
    collect(table, waitingFor(discipline), (item) => parseItem(table.quarantine, requestEntity, item), limit),
});
