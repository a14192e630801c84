import * as z from 'zod';
import { Actor } from '../domain/audit.ts';
import { Discipline, Track } from '../domain/discipline.ts';
import { DraftFields } from '../domain/draft.ts';
import { lazily } from '../domain/lazily.ts';
import { MailKind, MailStatus } from '../domain/mail.ts';
import { Invitation } from '../domain/named-site.ts';
import { BriefQuestion, OfferId } from '../domain/offer.ts';
import { EmailAddress, Instant, Place } from '../domain/primitives.ts';
import { SuppressionCause, SuppressionScope } from '../domain/suppression.ts';
import { routesFor } from './route.ts';
import { RequestForTechnologist, RequestReceipt } from './technologist.ts';

const audience = { tag: 'Technologists', access: { by: 'link', purpose: 'request-access' } } as const;

/** Everything that is held of a technologist in one request, as it is given to the technologist (ADR 30). */
export const RequestExport = lazily(() =>
  z.object({
    exportedAt: Instant,
    /** What the technologist wrote, where it stands, and each try with the facility's contact from the introduction on. */
    request: RequestForTechnologist(),
    home: Place,
    /** What coordinators and the matching noted about the request. No facility is named that was not introduced. */
    noted: z.object({
      employmentConfirmed: z.boolean(),
      lastMatch: z.object({ at: Instant, candidates: z.int(), nearMisses: z.int() }).nullable(),
      approval: z.object({ approvedAt: Instant, sites: z.int(), reason: z.string().nullable() }).nullable(),
      /** Why it was held or closed; null: it was not. */
      reason: z.string().nullable(),
      namedSite: Invitation.nullable(),
      sitesTried: z.int(),
      sitesRuledOut: z.array(z.string()),
    }),
    /** What was asked and said in each try. */
    tries: z.array(
      z.object({
        id: OfferId,
        discipline: Discipline,
        track: Track,
        questions: z.array(BriefQuestion),
        toSettle: z.array(z.string()),
        technologistConsent: z.enum(['given', 'awaited']),
      }),
    ),
    /** A form that was begun and is kept: what was written in it. */
    drafts: z.array(z.object({ email: EmailAddress, begunAt: Instant, expiresAt: Instant, fields: DraftFields })),
    /** Every mail to the technologist: its words are not kept. */
    mails: z.array(
      z.object({ kind: MailKind, subject: z.string(), status: MailStatus, createdAt: Instant, updatedAt: Instant }),
    ),
    /** Whether the address is kept from getting mails, and why. */
    suppression: z.object({ scope: SuppressionScope, cause: SuppressionCause, since: Instant }).nullable(),
    /** Who did what, by the kind of who it was. */
    history: z.array(
      z.object({
        at: Instant,
        by: Actor.unwrap().shape.kind,
        what: z.string(),
        about: z.string(),
        from: z.string().nullable(),
        to: z.string(),
      }),
    ),
  }),
);
export type RequestExport = z.infer<ReturnType<typeof RequestExport>>;

export const exportRequest = routesFor({ served: 'public-read', ...audience })({
  id: 'exportRequest',
  method: 'GET',
  path: '/api/request/data',
  summary: 'Read everything that is held about the technologist of the own request',
  success: { status: 200, body: RequestExport },
});

export const eraseRequest = routesFor({ served: 'public-act', ...audience })({
  id: 'eraseRequest',
  method: 'POST',
  path: '/api/request/data/erasure',
  summary: 'Erase everything that is held about the technologist of the own request, for good; it ends first',
  body: () => z.strictObject({ sure: z.literal(true, 'must be true: nothing that is erased comes back') }),
  success: { status: 200, body: RequestReceipt },
});

export const heldDataRoutes = [exportRequest, eraseRequest] as const;
