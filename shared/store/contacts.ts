import * as z from 'zod';
import { Contacts, noContacts, RequestKind } from '../domain/contact-budget.ts';
import { OfferId, type Offer } from '../domain/offer.ts';
import { FacilityId, Instant } from '../domain/primitives.ts';
import type { ContactLog } from '../usecases/ports.ts';
import type { Item, Readable } from './item.ts';
import { contactsKey } from './keys.ts';
import { get, getMany, type Table } from './read.ts';
import { kindAttribute } from './table.ts';
import { difference, equal, updateOf, write, writeAlways, type Expression, type TransactItem } from './write.ts';

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

const contactsReadable: Readable<Contacts> = {
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

const attributesOf = ({ facilityId, version, open, recent, noes }: Contacts): Item => ({
  [kindAttribute]: kind,
  facilityId,
  version,
  open: nonEmptySet(open),
  recent,
  noes: nonEmptySet(noes.map(textOf)),
});

const absent: Expression = { text: 'attribute_not_exists(#version)', names: { '#version': 'version' }, values: {} };

/**
 * How often each facility was contacted (R27): one small item. A contact is noted under the condition that nothing was
 * noted since it was read; an answer is noted by whoever has not read it, so that a facility's answers never wait.
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

    note: (before, after) =>
      write('contact-budget', {
        Update: updateOf(
          TableName,
          contactsKey(after.facilityId),
          difference(before.version === 0 ? {} : attributesOf(before), attributesOf(after)),
          before.version === 0 ? absent : equal({ version: before.version }),
        ),
      }),

    briefAnswered: (offer, no) =>
      writeAlways(
        noted(offer, 'DELETE', no === null ? null : { discipline: offer.discipline, track: offer.track, at: no.at }),
      ),
    briefOpenAgain: (offer) => writeAlways(noted(offer, 'ADD')),
  };
};
