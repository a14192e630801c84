import type { RequestExport } from '../contracts/held-data.ts';
import type { AuditLine } from '../domain/audit.ts';
import { draftIdOf, editDraftIdOf } from '../domain/draft.ts';
import { mailKinds } from '../domain/mail.ts';
import type { PlacementRequest } from '../domain/placement-request.ts';
import type { RequestId } from '../domain/primitives.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { suppressionIdOf } from '../domain/suppression.ts';
import { nowOf } from './moments.ts';
import type { Ports } from './ports.ts';
import { readOffersAtSites } from './read-request.ts';
import { requestForTechnologist } from './views/request-for-technologist.ts';

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
