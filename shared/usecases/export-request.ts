import type { RequestForTechnologist } from '../contracts/technologist.ts';
import type { AuditLine } from '../domain/audit.ts';
import { draftIdOf, editDraftIdOf, type Draft } from '../domain/draft.ts';
import { type Mail, mailKinds } from '../domain/mail.ts';
import type { Offer } from '../domain/offer.ts';
import type { PlacementRequest } from '../domain/placement-request.ts';
import type { Instant, RequestId } from '../domain/primitives.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { suppressionIdOf, type Suppression } from '../domain/suppression.ts';
import { nowOf } from './moments.ts';
import type { Ports } from './ports.ts';
import { readOffersAtSites } from './read-request.ts';
import { requestForTechnologist } from './views/request-for-technologist.ts';

/** Everything that is held of a technologist in one request, as it is given to the technologist. */
export interface RequestExport {
  readonly exportedAt: Instant;
  /** What the technologist wrote, where it stands, and each try with the facility's contact from the introduction on. */
  readonly request: RequestForTechnologist;
  readonly home: PlacementRequest['home'];
  /** What coordinators and the matching noted about the request. No facility is named that was not introduced. */
  readonly noted: {
    readonly employmentConfirmed: boolean;
    readonly lastMatch: Pick<NonNullable<PlacementRequest['match']>, 'at' | 'candidates' | 'nearMisses'> | null;
    readonly approval: { readonly approvedAt: Instant; readonly sites: number; readonly reason: string | null } | null;
    /** Why it was held or closed; null: it was not. */
    readonly reason: string | null;
    readonly namedSite: PlacementRequest['invitation'];
    readonly sitesTried: number;
    readonly sitesRuledOut: readonly string[];
  };
  /** What was asked and said in each try. */
  readonly tries: readonly Pick<
    Offer,
    'id' | 'discipline' | 'track' | 'questions' | 'toSettle' | 'technologistConsent'
  >[];
  /** A form that was begun and is kept: what was written in it. */
  readonly drafts: readonly Pick<Draft, 'email' | 'begunAt' | 'expiresAt' | 'fields'>[];
  /** Every mail to the technologist: its words are not kept. */
  readonly mails: readonly Pick<Mail, 'kind' | 'subject' | 'status' | 'createdAt' | 'updatedAt'>[];
  /** Whether the address is kept from getting mails, and why. */
  readonly suppression: Pick<Suppression, 'scope' | 'cause' | 'since'> | null;
  /** Who did what, by the kind of who it was. */
  readonly history: readonly {
    readonly at: Instant;
    readonly by: AuditLine['actor']['kind'];
    readonly what: string;
    readonly about: string;
    readonly from: string | null;
    readonly to: string;
  }[];
}

const lineOf = ({ at, actor, action, of, from, to }: AuditLine): RequestExport['history'][number] => ({
  at,
  by: actor.kind,
  what: action,
  about: of,
  from,
  to,
});

const notedOf = (request: PlacementRequest): RequestExport['noted'] => ({
  employmentConfirmed: request.employmentConfirmed,
  lastMatch: request.match && {
    at: request.match.at,
    candidates: request.match.candidates,
    nearMisses: request.match.nearMisses,
  },
  approval:
    'approval' in request
      ? {
          approvedAt: request.approval.approvedAt,
          sites: request.approval.shortlist.length,
          reason: request.approval.reason,
        }
      : null,
  reason: 'reason' in request ? request.reason : null,
  namedSite: request.invitation,
  sitesTried: request.triedIntakes.length,
  sitesRuledOut: request.rulings.forbidden.map(({ reason }) => reason),
});

/** Gathers what is held of a technologist in one request; an erased one holds nothing of anybody. */
export const exportRequest =
  ({ store, clock }: Pick<Ports, 'store' | 'clock'>) =>
  async ({ requestId }: { readonly requestId: RequestId }): Promise<Result<RequestExport>> => {
    const found = await store.requests.withOffers(requestId);
    if (found === null || found.request.erasedAt !== null) return refuse('not-found');
    const { request, offers } = found;
    const ids = [requestId, ...offers.map(({ id }) => id)];
    const [atSites, audit, mails, drafts, suppression] = await Promise.all([
      readOffersAtSites(store, offers),
      Promise.all(ids.map(async (id) => store.audit.of(id))),
      Promise.all([...ids, draftIdOf(requestId)].map(async (id) => store.outbox.ofSubject(id))),
      Promise.all([draftIdOf(requestId), editDraftIdOf(requestId)].map(store.drafts.get)),
      store.suppressions.get(suppressionIdOf(request.personKey)),
    ]);
    return ok({
      exportedAt: nowOf(clock),
      request: requestForTechnologist(request, atSites),
      home: request.home,
      noted: notedOf(request),
      tries: offers.map(({ id, discipline, track, questions, toSettle, technologistConsent }) => ({
        id,
        discipline,
        track,
        questions,
        toSettle,
        technologistConsent,
      })),
      drafts: drafts
        .filter((draft) => draft !== null)
        .map(({ email, begunAt, expiresAt, fields }) => ({ email, begunAt, expiresAt, fields })),
      mails: mails
        .flat()
        .filter(({ kind }) => mailKinds[kind].recipient === 'technologist')
        .map(({ kind, subject, status, createdAt, updatedAt }) => ({ kind, subject, status, createdAt, updatedAt }))
        .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt)),
      suppression: suppression && { scope: suppression.scope, cause: suppression.cause, since: suppression.since },
      history: audit
        .flat()
        .map(lineOf)
        .toSorted((a, b) => a.at.localeCompare(b.at)),
    });
  };
