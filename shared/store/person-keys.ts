import type { CalendarDate, Instant } from '../domain/primitives.ts';
import type { Suppression, SuppressionId } from '../domain/suppression.ts';
import type { CountedMail } from '../usecases/ports.ts';
import { inList, listOf, type IndexAttributes, type Key } from './keys.ts';

const person = (personKey: string) => `PERSON#${personKey}`;

/** Its sort key is of the time when it held open requests only. */
export const linkedKey = (personKey: string): Key => ({ pk: person(personKey), sk: 'OPEN' });

export const countedMailsKey = (personKey: string, kind: CountedMail, day: CalendarDate): Key => ({
  pk: person(personKey),
  sk: `MAILS#${kind}#${day}`,
});

export const pendingKey = (personKey: string, until: Instant, subject: string): Key => ({
  pk: person(personKey),
  sk: `PENDING#${until}#${subject}`,
});

export const suppressionKey = (id: SuppressionId): Key => ({ pk: person(id.slice('sup_'.length)), sk: 'SUPPRESSION' });
export const suppressionIndexes = ({ scope, since, id }: Suppression): IndexAttributes =>
  scope === 'none' ? {} : inList(listOf.suppressions, since, id);

export const invitedKey = (personKey: string): Key => ({ pk: person(personKey), sk: 'INVITED' });

/** What can still be confirmed at `now`; `~` sorts behind every instant. */
export const pendingAt = (personKey: string, now: Instant) => ({
  partition: person(personKey),
  from: `PENDING#${now}`,
  to: 'PENDING#~',
});
