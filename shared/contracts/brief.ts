import * as z from 'zod';
import { lazily } from '../domain/lazily.ts';
import { DeclineReason, OfferId } from '../domain/offer.ts';
import { Instant, prose } from '../domain/primitives.ts';
import { WeeklyWindows } from '../domain/schedule.ts';
import { OfferReceipt, OfferStatusName } from './common.ts';
import { routesFor } from './route.ts';

const tag = 'Facilities';
const byAnswerLink = { by: 'link', purpose: 'answer' } as const;

const toRead = routesFor({ tag, served: 'public-read', access: byAnswerLink });
const toAnswer = routesFor({ tag, served: 'facility-act', access: byAnswerLink });

/** The anonymous brief: what a facility decides on. */
export const Brief = lazily(() =>
  z.object({
    offerId: OfferId,
    status: OfferStatusName(),
    answerBy: Instant,
    /** IANA zone of the facility, in which times are told; null: not known, so UTC. */
    zone: z.string().nullable(),
    /** Can an answer that was given still be undone? */
    undoUntil: Instant.nullable(),
    facilityName: z.string(),
    /** The employee's name, only to the own employer and with the employee's consent; null otherwise. */
    employeeName: z.string().nullable(),
    /** Label and value, in reading order: discipline, credential, hours, region, track, readiness … */
    facts: z.array(z.object({ label: z.string(), value: z.string() })),
    /** What is still to be settled, in words. */
    toSettle: z.array(z.string()),
    questions: z.array(z.object({ question: z.string(), reply: z.string().nullable() })),
    /** Both sides' hours of the week, in the facility's zone; null: not said. */
    week: z.object({ technologist: WeeklyWindows.nullable(), site: WeeklyWindows.nullable() }),
  }),
);
export type Brief = z.infer<ReturnType<typeof Brief>>;

export const readBrief = toRead({
  id: 'readBrief',
  method: 'GET',
  path: '/api/brief',
  summary: 'Read the anonymous brief of one offer',
  success: { status: 200, body: Brief },
});

export const BriefAnswer = lazily(() =>
  z.discriminatedUnion('answer', [
    z.strictObject({ answer: z.literal('yes') }),
    z.strictObject({ answer: z.literal('no'), reason: DeclineReason, comment: prose(1000).nullable().default(null) }),
  ]),
);

export const answerBrief = toAnswer({
  id: 'answerBrief',
  method: 'POST',
  path: '/api/brief/answer',
  summary: 'Answer a brief: yes, or no with a reason',
  body: BriefAnswer,
  success: { status: 200, body: OfferReceipt },
});

export const undoAnswer = toAnswer({
  id: 'undoAnswer',
  method: 'POST',
  path: '/api/brief/undo',
  summary: 'Take back a yes until the introduction leaves',
  success: { status: 200, body: OfferReceipt },
});

export const askAboutBrief = toAnswer({
  id: 'askAboutBrief',
  method: 'POST',
  path: '/api/brief/question',
  summary: 'Ask a question about a brief before answering it',
  body: () => z.strictObject({ question: prose(1000) }),
  success: { status: 200, body: OfferReceipt },
});

export const briefRoutes = [readBrief, answerBrief, undoAnswer, askAboutBrief] as const;
