import type { LinkPurpose } from '../contracts/route.ts';
import type { Actor } from '../domain/audit.ts';
import type { Facility } from '../domain/facility.ts';
import type { Offer } from '../domain/offer.ts';
import type { PlacementRequest } from '../domain/placement-request.ts';
import type { LinkSecretSource } from '../links/secret.ts';
import { linkTokens, type Link } from '../links/tokens.ts';
import type { Clock, Store } from '../usecases/ports.ts';
import { HttpProblem } from './problems.ts';

interface Subjects {
  readonly 'confirm-request': { readonly request: PlacementRequest };
  readonly 'request-access': { readonly request: PlacementRequest };
  readonly 'confirm-facility': { readonly facility: Facility };
  readonly 'facility-access': { readonly facility: Facility };
  readonly answer: { readonly offer: Offer };
}

/** A mailed link that is its subject's current one: who came by it, and what it leads to. */
export type OpenedLink<P extends LinkPurpose = LinkPurpose> = {
  readonly [Each in P]: { readonly purpose: Each; readonly actor: Actor } & Subjects[Each];
}[P];

/** What an answer link may be used for: a decision that is still open, or also taking back the one it gave. */
export type AnswerUse = 'decide' | 'decide-or-undo';

/** What a verified token says, its purpose known to be one of some. */
type LinkFor<P extends LinkPurpose> = Link & { readonly purpose: P };

interface LinkDeps {
  readonly secretSource: LinkSecretSource;
  readonly clock: Clock;
  readonly store: { readonly [Part in 'requests' | 'offers' | 'facilities']: Pick<Store[Part], 'get'> };
}

/**
 * Opens mailed links. Whatever is wrong with a token (altered, invented, for something else, expired, used, superseded,
 * its subject gone) the answer is one and the same refusal.
 */
export const mailedLinks = ({ secretSource, clock, store }: LinkDeps) => {
  const current = async ({ purpose, subject, version }: Link, use: AnswerUse): Promise<OpenedLink | null> => {
    switch (purpose) {
      case 'confirm-request':
      case 'request-access': {
        const request = await store.requests.get(subject);
        if (request?.accessVersion !== version) return null;
        if (purpose === 'confirm-request' && request.status !== 'submitted') return null;
        return { purpose, request, actor: { kind: 'technologist', id: subject } };
      }
      case 'confirm-facility':
      case 'facility-access': {
        const facility = await store.facilities.get(subject);
        if (facility?.accessVersion !== version) return null;
        if (purpose === 'confirm-facility' && facility.status !== 'claimed') return null;
        return { purpose, facility, actor: { kind: 'facility', id: subject } };
      }
      case 'answer': {
        const offer = await store.offers.get(subject);
        if (offer === null) return null;
        // A yes raised the number, so the link that gave it is one behind for as long as it can be undone.
        const undoes = use === 'decide-or-undo' && offer.status === 'accepted' && version === offer.linkVersion - 1;
        if (version !== offer.linkVersion && !undoes) return null;
        return { purpose, offer, actor: { kind: 'facility', id: offer.facilityId } };
      }
    }
  };

  return {
    /** What a token says, if we issued it for one of these purposes and its time is not over. Reads no table. */
    verify: async <P extends LinkPurpose>(token: string, purposes: readonly P[]): Promise<LinkFor<P>> => {
      const verified = linkTokens(await secretSource()).verify(token, clock.now(), purposes);
      if (!verified.ok) throw new HttpProblem('link-refused');
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it was verified to be for one of these purposes
      return verified.value as LinkFor<P>;
    },

    /** Opens a verified link, if nothing newer has replaced it. */
    open: async <P extends LinkPurpose>(link: LinkFor<P>, use: AnswerUse): Promise<OpenedLink<P>> => {
      const opened = await current(link, use);
      if (opened === null) throw new HttpProblem('link-refused');
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a link opens as what its purpose says
      return opened as unknown as OpenedLink<P>;
    },
  };
};

export type MailedLinks = ReturnType<typeof mailedLinks>;
