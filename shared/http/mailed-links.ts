import type { LinkPurpose } from '../contracts/route.ts';
import type { Actor } from '../domain/audit.ts';
import type { Draft } from '../domain/draft.ts';
import type { Facility } from '../domain/facility.ts';
import type { Mail } from '../domain/mail.ts';
import type { Offer } from '../domain/offer.ts';
import type { PlacementRequest } from '../domain/placement-request.ts';
import { atInstant } from '../domain/wording.ts';
import type { LinkSecretSource } from '../links/secret.ts';
import { linkTokens, type Link } from '../links/tokens.ts';
import type { Clock, Store } from '../usecases/ports.ts';
import { HttpProblem } from './problems.ts';

interface Subjects {
  readonly 'confirm-request': { readonly request: PlacementRequest };
  readonly 'request-access': { readonly request: PlacementRequest };
  readonly draft: { readonly draft: Draft };
  readonly 'confirm-facility': { readonly facility: Facility };
  readonly 'facility-access': { readonly facility: Facility };
  readonly answer: { readonly offer: Offer };
  readonly unsubscribe: { readonly mail: Mail };
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
  readonly store: { readonly [Part in 'requests' | 'drafts' | 'offers' | 'facilities']: Pick<Store[Part], 'get'> } & {
    readonly outbox: Pick<Store['outbox'], 'get' | 'ofSubject'>;
  };
}

/**
 * Opens mailed links. Whatever is wrong with a token (altered, invented, for something else, expired, used, ended, its
 * subject gone) the answer is one and the same refusal. Only who holds a link of ours that a newer mail replaced is also
 * told where the newer one is.
 */
export const mailedLinks = ({ secretSource, clock, store }: LinkDeps) => {
  /** An answer link of before, while the brief waits for its answer: a mail with the next link has been written. */
  const superseded = async (offer: Offer): Promise<HttpProblem | null> => {
    if (offer.status !== 'made') return null;
    const mails = (await store.outbox.ofSubject(offer.id)).filter(
      ({ linkVersion }) => linkVersion === offer.linkVersion,
    );
    const [newest] = mails
      .map(({ createdAt }) => createdAt)
      .toSorted()
      .toReversed();
    const when = newest === undefined ? '' : `, of ${atInstant(newest, null)}`;
    return new HttpProblem('link-refused', {
      detail:
        `A newer mail about this brief has replaced this link. Please use the link in that mail${when}: ` +
        'it went to the address of your facility’s contact. Nothing was changed.',
    });
  };

  const current = async (
    { purpose, subject, version }: Link,
    use: AnswerUse,
  ): Promise<OpenedLink | HttpProblem | null> => {
    switch (purpose) {
      case 'confirm-request':
      case 'request-access': {
        const request = await store.requests.get(subject);
        if (request?.accessVersion !== version) return null;
        if (purpose === 'confirm-request' && request.status !== 'submitted') return null;
        return { purpose, request, actor: { kind: 'technologist', id: subject } };
      }
      case 'draft': {
        const draft = await store.drafts.get(subject);
        return draft?.accessVersion === version
          ? { purpose, draft, actor: { kind: 'technologist', id: subject } }
          : null;
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
        if (version !== offer.linkVersion && !undoes) return superseded(offer);
        return { purpose, offer, actor: { kind: 'facility', id: offer.facilityId } };
      }
      case 'unsubscribe': {
        // Nothing replaces it: who wants no more mails may say so by any of them.
        const mail = await store.outbox.get(subject);
        return mail === null ? null : { purpose, mail, actor: { kind: 'service', id: 'unsubscribe' } };
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
      if (opened instanceof HttpProblem) throw opened;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a link opens as what its purpose says
      return opened as unknown as OpenedLink<P>;
    },
  };
};

export type MailedLinks = ReturnType<typeof mailedLinks>;
