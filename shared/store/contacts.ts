import * as z from 'zod';
import { Contacts, noContacts, RequestKind, type NewContact } from '../domain/contact-budget.ts';
import { OfferId, type Offer } from '../domain/offer.ts';
import { FacilityId, Instant } from '../domain/primitives.ts';
import type { ContactLog } from '../usecases/ports.ts';
import type { Readable } from './item.ts';
import { contactsKey } from './keys.ts';
import { get, getMany, type Table } from './read.ts';
import { kindAttribute } from './table.ts';
import { updateOf, write, writeAlways, type Expression, type TransactItem } from './write.ts';

const kind = 'contacts';

type No = Contacts['noes'][number];

/** A no as a member of a set, which one who has not read the set can add. */
const textOf = ({ discipline, track, at }: No): string => `${discipline}/${track}/${at}`;

const No = z.lazy(() =>
  z.string().transform((text, context): No => {
    const [discipline, track, at] = text.split('/');
    const parsed = RequestKind.extend({ at: Instant }).safeParse({ discipline, track, at });
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message: 'must name a discipline, a track and an instant' });
    return z.NEVER;
  }),
);

/** A set that becomes empty is no attribute any more. */
const setOf = <T>(member: z.ZodType<T>) =>
  z
    .set(member)
    .default(new Set())
    .transform((members) => [...members]);

export const contactsReadable: Readable<Contacts> = {
  kind,
  schema: z.lazy(() =>
    z.object({
      facilityId: FacilityId,
      version: z.int(),
      open: setOf(OfferId).transform((ids) => ids.toSorted()),
      recent: z.array(z.object({ offerId: OfferId, at: Instant })).default([]),
      noes: setOf(No).transform((noes) => noes.toSorted((a, b) => (textOf(a) < textOf(b) ? -1 : 1))),
    }),
  ),
};

const nonEmptySet = (members: readonly string[]) => (members.length === 0 ? undefined : new Set(members));

/** Contacts that count no more are dropped once so many are kept. */
const keptAtMost = 32;

/** All that the note of a contact holds to: the budget itself, and that no no was said since the contacts were read. */
const withinBudget = (
  before: Contacts,
  { direct, maxOpenBriefs, maxBriefsAMonth, monthBegan }: NewContact,
): Expression => {
  const last = `#recent[${maxBriefsAMonth - 1}]`;
  const noes = nonEmptySet(before.noes.map(textOf));
  const isLong = before.recent.length >= keptAtMost;
  return {
    text: [
      `(attribute_not_exists(${last}) OR ${last}.#at <= :monthBegan)`,
      noes === undefined ? 'attribute_not_exists(#noes)' : '#noes = :noesWere',
      ...(direct ? [] : ['(attribute_not_exists(#open) OR size(#open) < :maxOpenBriefs)']),
      ...(isLong ? ['#version = :versionWas'] : []),
    ].join(' AND '),
    names: {
      '#recent': 'recent',
      '#at': 'at',
      '#noes': 'noes',
      ...(!direct && { '#open': 'open' }),
      ...(isLong && { '#version': 'version' }),
    },
    values: {
      ':monthBegan': monthBegan,
      ...(noes !== undefined && { ':noesWere': noes }),
      ...(!direct && { ':maxOpenBriefs': maxOpenBriefs }),
      ...(isLong && { ':versionWas': before.version }),
    },
  };
};

const oneMore = (before: Contacts, contact: NewContact): Expression => {
  const { facilityId, offerId, at, direct, forgotten, maxBriefsAMonth } = contact;
  const isLong = before.recent.length >= keptAtMost;
  const forgets = nonEmptySet(forgotten.map(textOf));
  return {
    text: [
      `SET #kind = :kind, #facilityId = :facilityId, #recent = ${isLong ? ':recent' : 'list_append(:recent, if_not_exists(#recent, :none))'}`,
      `ADD #version :one${direct ? '' : ', #open :offer'}`,
      ...(forgets === undefined ? [] : ['DELETE #noes :forgotten']),
    ].join(' '),
    names: { '#kind': kindAttribute, '#facilityId': 'facilityId', '#version': 'version' },
    values: {
      ':kind': kind,
      ':facilityId': facilityId,
      ':recent': [{ offerId, at }, ...(isLong ? before.recent.slice(0, maxBriefsAMonth) : [])],
      ...(!isLong && { ':none': [] }),
      ':one': 1,
      ...(!direct && { ':offer': new Set([offerId]) }),
      ...(forgets !== undefined && { ':forgotten': forgets }),
    },
  };
};

/**
 * How often each facility was contacted (R27): one small item. The note of a contact has the budget as its condition,
 * as a seat has: what a reader knew does not matter, but for the noes. An answer is noted by whoever has not read it.
 */
export const contacts = (table: Table): ContactLog => {
  const { tableName: TableName } = table;
  const noted = (
    { facilityId, id }: Pick<Offer, 'facilityId' | 'id'>,
    change: 'ADD' | 'DELETE',
    no: No | null = null,
  ): TransactItem => {
    const opens = change === 'ADD';
    const added = ['#version :one', ...(opens ? ['#open :offer'] : []), ...(no === null ? [] : ['#noes :no'])];
    return {
      Update: {
        TableName,
        Key: contactsKey(facilityId),
        UpdateExpression: `SET #kind = :kind, #facilityId = :facilityId ADD ${added.join(', ')}${opens ? '' : ' DELETE #open :offer'}`,
        ExpressionAttributeNames: {
          '#kind': kindAttribute,
          '#facilityId': 'facilityId',
          '#version': 'version',
          '#open': 'open',
          ...(no !== null && { '#noes': 'noes' }),
        },
        ExpressionAttributeValues: {
          ':kind': kind,
          ':facilityId': facilityId,
          ':one': 1,
          ':offer': new Set([id]),
          ...(no !== null && { ':no': new Set([textOf(no)]) }),
        },
      },
    };
  };

  return {
    of: async (facilityId) => (await get(table, contactsReadable, contactsKey(facilityId))) ?? noContacts(facilityId),
    ofAll: async (facilityIds) => {
      const found = await getMany(table, contactsReadable, facilityIds.map(contactsKey));
      return new Map(found.map((contacted) => [contacted.facilityId, contacted]));
    },

    note: (before, contact) =>
      write('contact-budget', {
        Update: updateOf(
          TableName,
          contactsKey(contact.facilityId),
          oneMore(before, contact),
          withinBudget(before, contact),
        ),
      }),

    briefAnswered: (offer, no) =>
      writeAlways(
        noted(offer, 'DELETE', no === null ? null : { discipline: offer.discipline, track: offer.track, at: no.at }),
      ),
    briefOpenAgain: (offer) => writeAlways(noted(offer, 'ADD')),
  };
};
