import { Mailing, mailingId } from '../domain/mailing.ts';
import { refreshed } from '../domain/refreshed.ts';
import type { MailingSwitches } from '../usecases/ports.ts';
import type { Entity } from './item.ts';
import { mailingKey } from './mail-keys.ts';
import { get, type Table } from './read.ts';
import { repository } from './repository.ts';

const entity: Entity<Mailing> = {
  kind: 'mailing',
  schema: Mailing,
  keyOf: mailingKey,
  indexesOf: () => ({}),
};

/** So long a switch may take to reach every worker. A bounce takes longer to come back, and a busy worker reads it once for many mails. */
const copyHoldsMs = 5000;

export const mailing = (table: Table): MailingSwitches => ({
  ...repository<Mailing, typeof mailingId>(table, entity, mailingKey),
  current: refreshed(() => get({ ...table, relaxed: true }, entity, mailingKey()), copyHoldsMs, table.clock),
});
