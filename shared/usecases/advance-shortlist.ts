import type { Decider } from '../domain/machine.ts';
import type { MailKind } from '../domain/mail.ts';
import { holdsSeat, isUnfollowed, type Offer, type OfferId, type OfferStatus } from '../domain/offer.ts';
import type { RequestIn } from '../domain/placement-request.ts';
import type { RequestCommand } from '../domain/request-lifecycle.ts';
import { ok, type Result } from '../domain/result.ts';
import { changeRequest } from './changes.ts';
import { checkSite, makeOffer, type OfferableSite, type OfferPorts } from './make-offer.ts';
import { contextOf, type MatchingPorts } from './matching-context.ts';
import { deciderOf } from './moments.ts';
import { perform } from './perform.ts';
import type { Ports, RequestWithOffers, Store, Write } from './ports.ts';
import { mailOfOffer } from './queue-mail.ts';

export type AdvancePorts = MatchingPorts & OfferPorts & Pick<Ports, 'periods'>;

/** What became of a shortlist: the next site was asked, none was left, or there was nothing to do. */
type Advance = 'offered' | 'used-up' | 'unchanged';

interface NextSite {
  /** What is noted on the way there: a line for each site that does not fit any more, and the end or the offer. */
  readonly commands: readonly RequestCommand[];
  readonly site: OfferableSite | null;
}

/** The next site of the shortlist that may still be offered, after rules, consent and seat are checked again. */
const nextSite = async (ports: AdvancePorts, request: RequestIn<'approved'>): Promise<NextSite> => {
  const context = await contextOf(ports, request);
  const commands: RequestCommand[] = [];
  for (const intakeId of request.approval.shortlist) {
    if (request.triedIntakes.includes(intakeId)) continue;
    const checked = await checkSite(ports, request, intakeId, context);
    if (checked.ok) return { commands: [...commands, { action: 'note-offer', intakeId }], site: checked.value };
    commands.push({ action: 'skip-site', intakeId, because: checked.because });
  }
  return { commands: [...commands, { action: 'return-to-review' }], site: null };
};

interface Waiting {
  readonly request: RequestIn<'approved'>;
  /** The last try, which has ended. */
  readonly last: Offer;
}

/** The request of an offer, if its shortlist is waiting for its next site. */
const waitingIn = ({ request, offers }: RequestWithOffers): Waiting | null => {
  if (request.status !== 'approved' || offers.some(({ status }) => holdsSeat(status))) return null;
  const last = offers.at(-1);
  return last === undefined ? null : { request, last };
};

/** Notes that the ends of offers were seen to, so that no sweep brings them back. */
const followed = (store: Store, offers: readonly Offer[]): readonly Write[] =>
  offers.filter(isUnfollowed).map((offer) => store.offers.update(offer, { ...offer, followed: true }));

/** The mail that tells of an end after which no site is left; null: the request's own status says it all. */
const lastNews: Partial<Readonly<Record<OfferStatus, MailKind>>> = {
  declined: 'offer-declined',
  lapsed: 'offer-lapsed',
};

/** No site is left: the request returns to the review, and one mail tells of the end that led there. */
const usedUp = (
  store: Store,
  { request, last }: Waiting,
  commands: readonly RequestCommand[],
  decider: Decider,
): Result<readonly Write[]> => {
  const kind = lastNews[last.status];
  const change = changeRequest(store, request, commands, decider, kind && { without: 'request-status' });
  if (!change.ok || kind === undefined) return change.ok ? ok(change.value.writes) : change;
  const mail = mailOfOffer({ kind, subject: last.id, round: 1 }, last, decider.now);
  return ok([...change.value.writes, store.outbox.enqueue(mail)]);
};

/**
 * After an offer ended: the next site of the approved shortlist is made an offer, or, when none is left, the request
 * returns to the review. The technologist gets one mail that tells of both the end and what follows (ADR 25).
 * Called twice for one offer it does so once.
 */
export const advanceShortlist =
  (ports: AdvancePorts) =>
  async (offerId: OfferId): Promise<Result<Advance>> =>
    perform<Advance>(ports.store, {}, async () => {
      const { store, periods, budget } = ports;
      const found = await store.requests.ofOffer(offerId);
      if (found === null) return ok({ writes: [], answer: 'unchanged' });
      const seenTo = followed(store, found.offers);
      const waiting = waitingIn(found);
      if (waiting === null) return ok({ writes: seenTo, answer: 'unchanged' });
      const { request } = waiting;
      const decider = deciderOf(ports.clock, { kind: 'service', id: 'advance-shortlist' });
      const { commands, site } = await nextSite(ports, request);
      if (site === null) {
        const writes = usedUp(store, waiting, commands, decider);
        return writes.ok ? ok({ writes: [...writes.value, ...seenTo], answer: 'used-up' }) : writes;
      }
      const change = changeRequest(store, request, commands, decider);
      if (!change.ok) return change;
      const offer = makeOffer(store, { request, at: site, periods, budget, telling: 'next-candidate' }, decider);
      return ok({ writes: [...change.value.writes, ...offer, ...seenTo], answer: 'offered' });
    });
