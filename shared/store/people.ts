import * as z from 'zod';
import { secondsADay } from '../domain/durations.ts';
import { maxOpenRequests } from '../domain/placement-request.ts';
import { FacilityId, RequestId } from '../domain/primitives.ts';
import type { People } from '../usecases/ports.ts';
import { parseItem, type Readable } from './item.ts';
import { countedMailsKey, invitedKey, linkedKey, pendingAt, pendingKey } from './person-keys.ts';
import { get, type Table } from './read.ts';
import { collect } from './stretches.ts';
import { expiryAttribute, kindAttribute } from './table.ts';
import { write, writeAlways } from './write.ts';

const kind = 'person';

type Linked = Awaited<ReturnType<People['linkedTo']>>;

const noLinks: Linked = { requests: [], over: [], facilities: [] };

const linked: Readable<Linked> = {
  kind,
  // A set that becomes empty is no attribute any more.
  schema: z
    .object({
      open: z.set(RequestId).default(new Set()),
      over: z.set(RequestId).default(new Set()),
      facilities: z.set(FacilityId).default(new Set()),
    })
    .transform(({ open, over, facilities }) => ({
      requests: [...open],
      over: [...over],
      facilities: [...facilities],
    })),
};

const countedMails: Readable<number> = {
  kind,
  schema: z.object({ mails: z.int() }).transform(({ mails }) => mails),
};

const invited: Readable<true> = { kind, schema: z.object({}).transform(() => true as const) };

const pending: Readable<string> = {
  kind,
  schema: z.object({ subject: z.string() }).transform(({ subject }) => subject),
};

/** Callers act on what they are given, one by one, so this is a bound on their work. */
const mostPending = 25;

const epochSeconds = (instant: string): number => Math.ceil(Date.parse(instant) / 1000);

/** What is counted by person, each count an item of its own, so that one transaction can hold several. */
export const people = (table: Table): People => {
  const { tableName: TableName } = table;
  return {
    openRequest: (personKey, requestId) =>
      write('too-many-open-requests', {
        Update: {
          TableName,
          Key: linkedKey(personKey),
          UpdateExpression: 'SET #kind = :kind ADD #open :request',
          ConditionExpression: 'attribute_not_exists(#open) OR size(#open) < :most',
          ExpressionAttributeNames: { '#kind': kindAttribute, '#open': 'open' },
          ExpressionAttributeValues: { ':kind': kind, ':request': new Set([requestId]), ':most': maxOpenRequests },
        },
      }),

    closeRequest: (personKey, requestId) =>
      writeAlways({
        Update: {
          TableName,
          Key: linkedKey(personKey),
          UpdateExpression: 'SET #kind = :kind ADD #over :request DELETE #open :request',
          ExpressionAttributeNames: { '#kind': kindAttribute, '#open': 'open', '#over': 'over' },
          ExpressionAttributeValues: { ':kind': kind, ':request': new Set([requestId]) },
        },
      }),

    forgetRequest: (personKey, requestId) =>
      writeAlways({
        Update: {
          TableName,
          Key: linkedKey(personKey),
          UpdateExpression: 'DELETE #open :request, #over :request',
          ExpressionAttributeNames: { '#open': 'open', '#over': 'over' },
          ExpressionAttributeValues: { ':request': new Set([requestId]) },
        },
      }),

    speakFor: (personKey, facilityId) =>
      writeAlways({
        Update: {
          TableName,
          Key: linkedKey(personKey),
          UpdateExpression: 'SET #kind = :kind ADD #facilities :facility',
          ExpressionAttributeNames: { '#kind': kindAttribute, '#facilities': 'facilities' },
          ExpressionAttributeValues: { ':kind': kind, ':facility': new Set([facilityId]) },
        },
      }),

    speakForNoMore: (personKey, facilityId) =>
      writeAlways({
        Update: {
          TableName,
          Key: linkedKey(personKey),
          UpdateExpression: 'DELETE #facilities :facility',
          ExpressionAttributeNames: { '#facilities': 'facilities' },
          ExpressionAttributeValues: { ':facility': new Set([facilityId]) },
        },
      }),

    linkedTo: async (personKey) => (await get(table, linked, linkedKey(personKey))) ?? noLinks,

    mailsOn: async (personKey, mailKind, day) =>
      (await get({ ...table, relaxed: true }, countedMails, countedMailsKey(personKey, mailKind, day))) ?? 0,

    noteMail: (personKey, mailKind, day, most) =>
      write('duplicate', {
        Update: {
          TableName,
          Key: countedMailsKey(personKey, mailKind, day),
          UpdateExpression: 'SET #kind = :kind, #expiry = :expiry ADD #mails :one',
          ConditionExpression: 'attribute_not_exists(#mails) OR #mails < :most',
          ExpressionAttributeNames: { '#kind': kindAttribute, '#expiry': expiryAttribute, '#mails': 'mails' },
          ExpressionAttributeValues: {
            ':kind': kind,
            ':expiry': epochSeconds(day) + 2 * secondsADay,
            ':one': 1,
            ':most': most,
          },
        },
      }),

    forgetMails: (personKey, mailKind, day) =>
      writeAlways({ Delete: { TableName, Key: countedMailsKey(personKey, mailKind, day) } }),

    mayBeInvited: async (personKey) => (await get(table, invited, invitedKey(personKey))) === null,

    noteInvitation: (personKey) =>
      write('duplicate', {
        Put: {
          TableName,
          Item: { ...invitedKey(personKey), [kindAttribute]: kind },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      }),

    refuseInvitations: (personKey) =>
      writeAlways({ Put: { TableName, Item: { ...invitedKey(personKey), [kindAttribute]: kind } } }),

    notePending: (personKey, subject, until) =>
      writeAlways({
        Put: {
          TableName,
          Item: {
            ...pendingKey(personKey, until, subject),
            [kindAttribute]: kind,
            [expiryAttribute]: epochSeconds(until),
            subject,
          },
        },
      }),

    pendingOf: (personKey) =>
      collect(
        table,
        { ...pendingAt(personKey, table.clock.now().toISOString()), newestFirst: true },
        (item) => parseItem(table.quarantine, pending, item),
        mostPending,
      ),
  };
};
