import { isUnasked, type Mail } from '../domain/mail.ts';
import type { Instant } from '../domain/primitives.ts';
import { quietUntil } from '../usecases/quiet-times.ts';
import type { MailSubject } from './subject.ts';

/**
 * Until when a mail waits because its reader is not to be written to unasked now; null: it may leave. Judged at the last
 * moment as well, because a mail may be late, and its facility may have named more quiet days.
 */
export const quietFor = (mail: Mail, subject: MailSubject, now: Instant): Instant | null => {
  if (!isUnasked(mail)) return null;
  if (subject.of === 'offer') {
    const { place, profile } = subject.facility;
    return quietUntil(place, profile.quietDays, now);
  }
  // A site outside the list that a technologist named: near to the technologist, more often than not.
  return subject.of === 'request' ? quietUntil(subject.request.home, [], now) : null;
};
