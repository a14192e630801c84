import { randomUUID } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { canBecome, isOutreach, Mail, MailKind, type MailStatus } from '../domain/mail.ts';
import type { Outbox } from '../usecases/ports.ts';
import { parseItem, toItem, type Entity } from './item.ts';
import { dueOf, listOf } from './keys.ts';
import { mailIndexes, mailKey, mailKeyOfId, mailsOf, placeOfMail } from './mail-keys.ts';
import { get, type Table } from './read.ts';
import { all, collect, page, placesIn } from './stretches.ts';
import { create, difference, equal, updateOf, write, writeAlways } from './write.ts';

/** The attribute `kind` says that an item is a mail; which kind of mail it is has a name of its own. */
const mailEntity: Entity<Mail> = {
  kind: 'mail',
  schema: z.lazy(() =>
    Mail.unwrap()
      .omit({ kind: true })
      .extend({ mailKind: MailKind })
      .transform(({ mailKind, ...mail }) => ({ ...mail, kind: mailKind })),
  ),
  keyOf: mailKey,
  indexesOf: mailIndexes,
  attributesOf: ({ kind, ...mail }) => ({ ...mail, mailKind: kind }),
};

/** Still as it was read. */
const unmoved = ({ status, attempts, updatedAt }: Mail) => equal({ status, attempts, updatedAt });

export const outbox = (table: Table): Outbox => ({
  get: async (id, reading) => {
    const key = mailKeyOfId(id);
    return key && (await get({ ...table, ...reading }, mailEntity, key));
  },

  enqueue: (mail) => create(table.tableName, mailEntity, mail, 'duplicate'),

  move: async (mail, to, change) => {
    if (!canBecome(mail.status, to)) return false;
    // When the answer to an update is lost, the SDK repeats it, and the repeat finds the mail moved: by whom, says this.
    const movedBy = randomUUID();
    const moved = { ...toItem(mailEntity, { ...mail, ...change, status: to }), movedBy };
    try {
      await table.documents.send(
        new UpdateCommand({
          ...updateOf(table.tableName, mailKey(mail), difference(toItem(mailEntity, mail), moved), unmoved(mail)),
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return error.Item?.['movedBy']?.S === movedBy;
      throw error;
    }
  },

  noteArrival: async (id, at) => {
    const key = mailKeyOfId(id);
    if (key === null) return false;
    // Its places in the indexes are the same for both states.
    const change = difference({}, { status: 'delivered' satisfies MailStatus, updatedAt: at });
    try {
      await table.documents.send(
        new UpdateCommand(updateOf(table.tableName, key, change, equal({ status: 'sent' satisfies MailStatus }))),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },

  overdue: (since, limit) =>
    collect(
      table,
      { index: 'due', partition: dueOf.mails, to: since },
      (item) => {
        const mail = parseItem(table.quarantine, mailEntity, item);
        // A claim is due where its mail was; what is not over is somebody's work.
        return mail === null || (mail.leaseUntil !== null && mail.leaseUntil > since) ? null : mail;
      },
      limit,
    ),

  inTrouble: (status, cursor, limit) =>
    page(
      table,
      mailEntity,
      { index: 'lists', partition: listOf.mailsInTrouble(status), newestFirst: true },
      { cursor, limit },
    ),

  inDoubt: (limit) =>
    collect(
      table,
      { index: 'lists', partition: listOf.mailsInTrouble('unknown') },
      (item) => parseItem(table.quarantine, mailEntity, item),
      limit,
    ),

  ofSubject: (subject, reading) => all({ ...table, ...reading }, mailEntity, mailsOf(subject)),

  about: (subject, cursor, limit) => page(table, mailEntity, mailsOf(subject), { cursor, limit }),

  dealtWith: (mail, how) => {
    const after = { ...mail, ...how };
    return write('stale-version', {
      Update: updateOf(
        table.tableName,
        mailKey(mail),
        difference(toItem(mailEntity, mail), toItem(mailEntity, after)),
        unmoved(mail),
      ),
    });
  },

  remove: (mail) => writeAlways({ Delete: { TableName: table.tableName, Key: mailKey(mail) } }),

  outreachTally: async (since, ofTheLast, latest) => {
    const list = (partition: string) =>
      ({ index: 'lists', partition, from: since, to: '~', newestFirst: true }) as const;
    const fetched = await Promise.all([
      placesIn(table, list(listOf.outreachSent), ofTheLast),
      all(table, mailEntity, list(listOf.mailsInTrouble('bounced'))),
      all(table, mailEntity, list(listOf.mailsInTrouble('complained'))),
    ]);
    const [well, bounced, complained] = fetched;
    // The index may not show yet how the latest one moved.
    const ill = [...bounced, ...complained].filter(({ kind, id }) => isOutreach(kind) && id !== latest.id);
    const places = new Map<string, Mail | null>([
      ...well.map((place) => [place, null] as const),
      ...[...ill, latest].map((mail) => [placeOfMail(mail), mail] as const),
    ]);
    const last = [...places].toSorted(([a], [b]) => (a < b ? 1 : -1)).slice(0, ofTheLast);
    const mails = last.flatMap(([, mail]) => mail ?? []);
    return {
      bounces: mails.filter(({ bounce }) => bounce === 'hard').length,
      complaints: mails.filter(({ status }) => status === 'complained').length,
    };
  },
});
