import { randomUUID } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { canBecome, Mail, MailKind } from '../domain/mail.ts';
import type { Outbox } from '../usecases/ports.ts';
import { parseItem, toItem, type Entity } from './item.ts';
import { dueOf, listOf, mailIndexes, mailKey, mailKeyOfId, mailsOf } from './keys.ts';
import { all, collect, get, page, type Table } from './read.ts';
import { create, difference, equal, updateOf } from './write.ts';

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

export const outbox = (table: Table): Outbox => ({
  get: async (id) => {
    const key = mailKeyOfId(id);
    return key && (await get(table, mailEntity, key));
  },

  enqueue: (mail) => create(table.tableName, mailEntity, mail, 'duplicate'),

  move: async (mail, to, change) => {
    if (!canBecome(mail.status, to)) return false;
    const { status, attempts, updatedAt } = mail;
    // When the answer to an update is lost, the SDK repeats it, and the repeat finds the mail moved: by whom, says this.
    const movedBy = randomUUID();
    const moved = { ...toItem(mailEntity, { ...mail, ...change, status: to }), movedBy };
    try {
      await table.documents.send(
        new UpdateCommand({
          ...updateOf(
            table.tableName,
            mailKey(mail),
            difference(toItem(mailEntity, mail), moved),
            equal({ status, attempts, updatedAt }),
          ),
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return error.Item?.['movedBy']?.S === movedBy;
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

  inTrouble: (cursor, limit) =>
    page(table, mailEntity, { index: 'lists', partition: listOf.mailsInTrouble, newestFirst: true }, { cursor, limit }),

  ofSubject: (subject) => all(table, mailEntity, mailsOf(subject)),
});
