import type { Facility } from '../domain/facility.ts';
import type { Decider } from '../domain/machine.ts';
import type { Offer } from '../domain/offer.ts';
import { awaitsConsent } from '../domain/offer-lifecycle.ts';
import type { PlacementRequest } from '../domain/placement-request.ts';
import type { Refusal } from '../domain/refusal.ts';
import { ok, type Result } from '../domain/result.ts';
import { siteOf } from '../domain/site-offer.ts';
import { type Change, changeFacility, changeOffer, changeRequest } from './changes.ts';
import { startQuestion } from './follow-up-times.ts';
import { followUp } from './follow-up.ts';
import { deciderOf } from './moments.ts';
import { perform } from './perform.ts';
import type { Due, Ports, Store } from './ports.ts';

/** What is to be written for something that is due; null when somebody was faster. */
type Decision = Result<Pick<Change<unknown>, 'writes'>> | null;

const expireRequest = async (store: Store, { id }: PlacementRequest, decider: Decider): Promise<Decision> => {
  const request = await store.requests.get(id);
  return request?.status === 'submitted' ? changeRequest(store, request, [{ action: 'expire' }], decider) : null;
};

const expireFacility = async (store: Store, { id }: Facility, decider: Decider): Promise<Decision> => {
  const facility = await store.facilities.get(id);
  return facility?.status === 'claimed' ? changeFacility(store, facility, { action: 'expire' }, decider) : null;
};

/**
 * The time to undo a yes is over: both sides get each other's contact. A facility that paused or left meanwhile, or whose
 * new contact is not vetted yet, gets nobody's data (R21): then the offer ends, and the next site is tried.
 */
const introduce = async (store: Store, offer: Offer, decider: Decider): Promise<Decision> => {
  const at = await store.facilities.withSites(offer.facilityId);
  const site = at && siteOf(at, offer.intakeId);
  if (at?.facility.status !== 'open' || site === null)
    return changeOffer(store, offer, { action: 'cancel', comment: 'The facility does not take part now.' }, decider);
  const introduced = changeOffer(
    store,
    offer,
    { action: 'introduce', nextMail: startQuestion(site.intake, decider.now) },
    decider,
  );
  if (!introduced.ok) return introduced;
  return ok({ writes: [...introduced.value.writes, store.facilities.requireUnchanged(at.facility)] });
};

/**
 * A brief or a question about consent without an answer lapses; a yes that was not undone leads to the introduction; and
 * mails that follow by themselves are written when their time has come.
 */
const settleOffer = async (store: Store, { id }: Offer, decider: Decider): Promise<Decision> => {
  const offer = await store.offers.get(id);
  if (offer !== null && (offer.status === 'made' || awaitsConsent(offer)) && offer.answerBy <= decider.now)
    return changeOffer(store, offer, { action: 'lapse' }, decider);
  if (offer?.status === 'accepted' && offer.technologistConsent === 'given' && offer.introduceAt <= decider.now)
    return introduce(store, offer, decider);
  return offer?.nextMail != null && offer.nextMail.at <= decider.now ? followUp(store, offer, decider) : null;
};

const settle = async (store: Store, due: Due, decider: Decider): Promise<Decision> => {
  switch (due.kind) {
    case 'request':
      return expireRequest(store, due.request, decider);
    case 'facility':
      return expireFacility(store, due.facility, decider);
    case 'offer':
      return settleOffer(store, due.offer, decider);
  }
};

const subjectOf = (due: Due): string => {
  switch (due.kind) {
    case 'request':
      return due.request.id;
    case 'facility':
      return due.facility.id;
    case 'offer':
      return due.offer.id;
  }
};

/** Something that could not be settled now: refused, or the store failed. It stays due. */
export interface Missed {
  readonly id: string;
  readonly cause: Refusal | Error;
}

export interface Settled {
  readonly settled: number;
  readonly missed: readonly Missed[];
}

/** A run works off a backlog in portions, up to so many; the next run goes on. */
const portion = 100;
const portionsARun = 10;

/**
 * Settles everything whose time has come: unconfirmed requests and claims expire, unanswered briefs and questions about consent lapse, accepted
 * offers lead to the introduction. One that fails is reported and keeps nothing from the others.
 */
export const runDeadlines =
  ({ store, clock }: Pick<Ports, 'store' | 'clock'>) =>
  async (): Promise<Settled> => {
    const seen = new Set<string>();
    const missed: Missed[] = [];
    for (let round = 0; round < portionsARun; round += 1) {
      const decider = deciderOf(clock, { kind: 'service', id: 'run-deadlines' });
      const found = await store.deadlines.due(decider.now, portion);
      const due = found.filter((item) => !seen.has(subjectOf(item)));
      for (const item of due) {
        const id = subjectOf(item);
        seen.add(id);
        try {
          const done = await perform(store, {}, async () => {
            const decision = await settle(store, item, decider);
            if (decision === null) return ok({ writes: [], answer: null });
            return decision.ok ? ok({ writes: decision.value.writes, answer: null }) : decision;
          });
          if (!done.ok) missed.push({ id, cause: done.refusal });
        } catch (error) {
          missed.push({ id, cause: error instanceof Error ? error : new Error(String(error)) });
        }
      }
      if (due.length === 0 || found.length < portion) break;
    }
    return { settled: seen.size - missed.length, missed };
  };
