import type { LinkPurpose, Route, RouteAnswer, RouteInput } from '../contracts/route.ts';
import type { DraftId } from '../domain/draft.ts';
import type { MailId } from '../domain/mail.ts';
import type { OfferId } from '../domain/offer.ts';
import type { FacilityId, RequestId } from '../domain/primitives.ts';
import type { Result } from '../domain/result.ts';
import type { Call } from './ports.ts';

/** The id of what a mailed link leads to: whoever holds the current link acts on that and on nothing else. */
interface Linked {
  readonly 'confirm-request': { readonly requestId: RequestId };
  readonly 'request-access': { readonly requestId: RequestId };
  readonly draft: { readonly draftId: DraftId };
  readonly 'confirm-facility': { readonly facilityId: FacilityId };
  readonly 'facility-access': { readonly facilityId: FacilityId };
  readonly answer: { readonly offerId: OfferId };
  readonly unsubscribe: { readonly mailId: MailId };
}

type LinkedBy<R extends Route> = R['access'] extends { readonly by: 'link'; readonly purpose: infer P }
  ? P extends LinkPurpose
    ? Linked[P]
    : never
  : unknown;

type Part<T> = T extends undefined ? unknown : T;

/** Everything that a route was given, in one object: what its link leads to, path parameters, query and body. */
export type InputOf<R extends Route> = LinkedBy<R> &
  Part<RouteInput<R>['params']> &
  Part<RouteInput<R>['query']> &
  Part<RouteInput<R>['body']>;

/**
 * What a route does. A use-case has its route's name, is made from the ports it needs, and gives back the answer that
 * the route's contract names, or a refusal. Links and roles have been checked by then; the state has not.
 */
export type UseCase<R extends Route> = (input: InputOf<R>, call: Call) => Promise<Result<RouteAnswer<R>>>;
