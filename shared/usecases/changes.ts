import { isDeepStrictEqual } from 'node:util';
import type { AuditLine } from '../domain/audit.ts';
import { digestOf, type Facility } from '../domain/facility.ts';
import { decideFacility, type FacilityCommand } from '../domain/facility-lifecycle.ts';
import { recordUpkeep, type Decider } from '../domain/machine.ts';
import { type MailIntent, type MailKind, mailKinds } from '../domain/mail.ts';
import { holdsSeat, type Offer } from '../domain/offer.ts';
import type { OfferCommand } from '../domain/offer-commands.ts';
import { decideOffer } from '../domain/offer-lifecycle.ts';
import { isOpen, isOver, type PlacementRequest } from '../domain/placement-request.ts';
import { decideRequest, type RequestCommand } from '../domain/request-lifecycle.ts';
import type { Instant } from '../domain/primitives.ts';
import { ok, type Result } from '../domain/result.ts';
import type { SiteOffer } from '../domain/site-offer.ts';
import type { Store, Write } from './ports.ts';
import { mailOfFacility, mailOfOffer, mailOfRequest } from './queue-mail.ts';

/** The next state of something, and every write that goes with it: itself, its audit lines, its mails, what it held. */
export interface Change<T> {
  readonly next: T;
  readonly writes: readonly Write[];
}

export interface Telling {
  /** Mails that another one of the same transaction makes needless: nobody is told one thing twice. */
  readonly without?: MailKind;
  /** Mails to the facility wait until then; null: they leave at once. */
  readonly quietUntil?: Instant | null;
}

const told = (mails: readonly MailIntent[], { without }: Telling): readonly MailIntent[] =>
  mails.filter(({ kind }) => kind !== without);

const notBefore = ({ kind }: MailIntent, { quietUntil = null }: Telling): Instant | null =>
  mailKinds[kind].recipient === 'facility' ? quietUntil : null;

/** Takes a request through one or more steps, which become one write, and counts it as its person's open one or not. */
export const changeRequest = (
  { requests, people, audit, outbox }: Pick<Store, 'requests' | 'people' | 'audit' | 'outbox'>,
  before: PlacementRequest,
  commands: readonly RequestCommand[],
  decider: Decider,
  telling: Telling = {},
): Result<Change<PlacementRequest>> => {
  let next = before;
  const lines: AuditLine[] = [];
  const mails: MailIntent[] = [];
  for (const command of commands) {
    const decided = decideRequest(next, command, decider);
    if (!decided.ok) return decided;
    ({ next } = decided.value);
    lines.push(decided.value.audit);
    mails.push(...told(decided.value.mails, telling));
  }
  return ok({
    next,
    writes: [
      requests.update(before, next),
      ...lines.map(audit.append),
      ...mails.map((intent) => outbox.enqueue(mailOfRequest(intent, next, decider.now))),
      ...(isOpen(next.status) && !isOpen(before.status) ? [people.openRequest(next.personKey, next.id)] : []),
      ...(isOver(next.status) && !isOver(before.status) ? [people.closeRequest(next.personKey, next.id)] : []),
    ],
  });
};

/** What a step of an offer means for the contacts of its facility (R27). */
const noteContacts = ({ contacts }: Pick<Store, 'contacts'>, before: Offer, next: Offer): readonly Write[] => {
  const [waited, waits] = [before.status === 'made', next.status === 'made'];
  if (waited && !waits)
    return [contacts.briefAnswered(before, next.status === 'declined' ? { at: next.declinedAt } : null)];
  return waits && !waited ? [contacts.briefOpenAgain(next)] : [];
};

/** Takes an offer one step on; a seat that it does not hold any more is free at once. */
export const changeOffer = (
  store: Pick<Store, 'offers' | 'intakes' | 'contacts' | 'audit' | 'outbox'>,
  before: Offer,
  command: OfferCommand,
  decider: Decider,
  telling: Telling = {},
): Result<Change<Offer>> => {
  const decided = decideOffer(before, command, decider);
  if (!decided.ok) return decided;
  const { offers, intakes, audit, outbox } = store;
  const { next, mails, audit: line } = decided.value;
  return ok({
    next,
    writes: [
      offers.update(before, next),
      audit.append(line),
      ...noteContacts(store, before, next),
      ...told(mails, telling).map((intent) =>
        outbox.enqueue(mailOfOffer(intent, next, decider.now, notBefore(intent, telling))),
      ),
      ...(holdsSeat(before.status) && !holdsSeat(next.status) ? [intakes.releaseSeat(before.intakeId)] : []),
    ],
  });
};

/** Takes a facility one step on; its site offers say the same of it in the same transaction. */
export const changeFacility = async (
  { facilities, siteOffers, audit, outbox }: Pick<Store, 'facilities' | 'siteOffers' | 'audit' | 'outbox'>,
  before: Facility,
  command: FacilityCommand,
  decider: Decider,
): Promise<Result<Change<Facility>>> => {
  const decided = decideFacility(before, command, decider);
  if (!decided.ok) return decided;
  const { next, mails, audit: line } = decided.value;
  const digest = digestOf(next);
  const toldOtherwise = (await siteOffers.ofFacility(before.id)).filter(
    (siteOffer) => !isDeepStrictEqual(siteOffer.facility, digest),
  );
  return ok({
    next,
    writes: [
      facilities.update(before, next),
      audit.append(line),
      ...mails.map((intent) => outbox.enqueue(mailOfFacility(intent, next, decider.now))),
      ...toldOtherwise.flatMap(
        (siteOffer) =>
          keepUp(
            { repository: siteOffers, audit },
            siteOffer,
            { ...siteOffer, facility: digest },
            'note-facility',
            decider,
          ).writes,
      ),
    ],
  });
};

interface Upkeep<T> {
  readonly repository: { readonly create: (item: T) => Write; readonly update: (before: T, after: T) => Write };
  readonly audit: Store['audit'];
}

type Kept = Pick<SiteOffer, 'id' | 'version' | 'updatedAt' | 'auditHash'>;

/** Creates (`before` is null) or changes something that people keep up, such as a site offer, an intake or a program. */
export const keepUp = <T extends Kept>(
  { repository, audit }: Upkeep<T>,
  before: T | null,
  after: T,
  action: string,
  decider: Decider,
): Change<T> => {
  const { next, audit: line } = recordUpkeep(before, after, action, decider);
  const write = before === null ? repository.create(next) : repository.update(before, next);
  return { next, writes: [write, audit.append(line)] };
};

/** What a thing has before its first audit line is written. */
export const unwritten = { version: 1, updatedAt: '', auditHash: '' } as const;
