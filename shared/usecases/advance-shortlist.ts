import { holdsSeat, type OfferId, requestIdOf } from '../domain/offer.ts';
import type { RequestIn } from '../domain/placement-request.ts';
import type { RequestCommand } from '../domain/request-lifecycle.ts';
import { ok, type Result } from '../domain/result.ts';
import { changeRequest } from './changes.ts';
import { checkSite, makeOffer, type OfferableSite, type OfferPorts } from './make-offer.ts';
import { contextOf, type MatchingPorts } from './matching-context.ts';
import { deciderOf } from './moments.ts';
import { perform } from './perform.ts';
import type { Ports } from './ports.ts';

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

/** The request of an offer, if its shortlist is waiting for its next site. */
const waitingRequest = async ({ store }: MatchingPorts, offerId: OfferId): Promise<RequestIn<'approved'> | null> => {
  const requestId = requestIdOf(offerId);
  const request = await store.requests.get(requestId);
  if (request?.status !== 'approved') return null;
  const offers = await store.offers.ofRequest(requestId);
  return offers.some(({ status }) => holdsSeat(status)) ? null : request;
};

/**
 * After an offer ended: the next site of the approved shortlist is made an offer, or, when none is left, the request
 * returns to the review and its technologist is told. Called twice for one offer it does so once.
 */
export const advanceShortlist =
  (ports: AdvancePorts) =>
  async (offerId: OfferId): Promise<Result<Advance>> =>
    perform<Advance>(ports.store, {}, async () => {
      const request = await waitingRequest(ports, offerId);
      if (request === null) return ok({ writes: [], answer: 'unchanged' });
      const { store, periods, budget } = ports;
      const decider = deciderOf(ports.clock, { kind: 'service', id: 'advance-shortlist' });
      const { commands, site } = await nextSite(ports, request);
      const change = changeRequest(store, request, commands, decider);
      if (!change.ok) return change;
      const offer = site === null ? [] : makeOffer(store, { request, at: site, periods, budget }, decider);
      return ok({ writes: [...change.value.writes, ...offer], answer: site === null ? 'used-up' : 'offered' });
    });
