import type { Facility } from '../domain/facility.ts';
import { type Mail, mailIdOf } from '../domain/mail.ts';
import type { PlacementRequest } from '../domain/placement-request.ts';
import { FacilityId, type Instant, RequestId } from '../domain/primitives.ts';
import { countingDay } from './moments.ts';
import type { Store, Write } from './ports.ts';
import { mailOfFacility, mailOfRequest } from './queue-mail.ts';

/**
 * Anybody can type anybody's address into a form. So an address that has not answered gets one confirmation mail a day,
 * whatever is submitted under it; the rest is kept without a mail. Each confirmation then releases the next mail: who
 * really filed two requests gets both, and who filed none gets one mail to ignore.
 */
const confirmationMailsADay = 1;

interface ToConfirm {
  readonly personKey: string;
  readonly mail: Mail;
  readonly confirmBy: Instant;
}

/** Asks to confirm a new request or claim, by mail today or, if the address was sent one already, when that is confirmed. */
export const askToConfirm = async (
  { people, outbox }: Pick<Store, 'people' | 'outbox'>,
  { personKey, mail, confirmBy }: ToConfirm,
): Promise<readonly Write[]> => {
  const day = countingDay(mail.createdAt);
  const pending = people.notePending(personKey, mail.subject, confirmBy);
  return (await people.mailsOn(personKey, 'confirmation', day)) < confirmationMailsADay
    ? [pending, people.noteMail(personKey, 'confirmation', day, confirmationMailsADay), outbox.enqueue(mail)]
    : [pending];
};

interface Waiting {
  readonly since: Instant;
  readonly mail: Mail;
}

/** A request or facility that still waits to be confirmed, with the mail that asks for it. */
const waiting = async (
  { requests, facilities }: Pick<Store, 'requests' | 'facilities'>,
  subject: string,
  now: Instant,
): Promise<Waiting | null> => {
  if (RequestId.safeParse(subject).success) {
    const request = await requests.get(subject);
    return request?.status === 'submitted' && now < request.confirmBy
      ? { since: request.submittedAt, mail: mailOfRequest(confirmation.request(request), request, now) }
      : null;
  }
  const facility = FacilityId.safeParse(subject).success ? await facilities.get(subject) : null;
  return facility?.status === 'claimed' && now < facility.confirmBy
    ? { since: facility.updatedAt, mail: mailOfFacility(confirmation.facility(facility), facility, now) }
    : null;
};

/** The mail that asks to confirm an address: one for each contact, so that a second one with its id cannot be written. */
export const confirmation = {
  request: ({ id, accessVersion }: PlacementRequest) =>
    ({ kind: 'confirm-request', subject: id, round: accessVersion }) as const,
  facility: ({ id, accessVersion }: Facility) =>
    ({ kind: 'confirm-facility', subject: id, round: accessVersion }) as const,
};

/** After `confirmed` was: the mail that was held back the longest, or else a mail to this address may be sent again today. */
export const releaseNext = async (
  store: Pick<Store, 'people' | 'outbox' | 'requests' | 'facilities'>,
  { personKey, confirmed, now }: { readonly personKey: string; readonly confirmed: string; readonly now: Instant },
): Promise<readonly Write[]> => {
  const { people, outbox } = store;
  const held: Waiting[] = [];
  for (const subject of await people.pendingOf(personKey)) {
    const found = subject === confirmed ? null : await waiting(store, subject, now);
    if (found !== null && (await outbox.get(mailIdOf(found.mail))) === null) held.push(found);
  }
  const [next] = held.toSorted((a, b) => a.since.localeCompare(b.since));
  return next === undefined
    ? [people.forgetMails(personKey, 'confirmation', countingDay(now))]
    : [outbox.enqueue(next.mail)];
};
