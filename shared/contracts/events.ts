import * as z from 'zod';
import { Discipline } from '../domain/discipline.ts';
import { MailId } from '../domain/mail.ts';
import { OfferId } from '../domain/offer.ts';
import { RequestId } from '../domain/primitives.ts';

/** Messages between functions and events from AWS: only the parts that are read. Ids only, never a person's data. */

/** The mail queue: a mail of the outbox waits to be sent. */
export const MailWaiting = z.object({ mailId: MailId });
export type MailWaiting = z.infer<typeof MailWaiting>;

/** The match queue: one request, or all waiting requests of a discipline whose sites changed. */
export const MatchWanted = z.union([z.object({ requestId: RequestId }), z.object({ discipline: Discipline })]);
export type MatchWanted = z.infer<typeof MatchWanted>;

/** The shortlist queue: an offer ended without a placement, so the next site may be tried. */
export const OfferEnded = z.object({ offerId: OfferId });
export type OfferEnded = z.infer<typeof OfferEnded>;

/** A record of the table's stream. */
export const ChangeRecord = z.object({
  eventName: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
  dynamodb: z.object({
    SequenceNumber: z.string(),
    NewImage: z.unknown(),
    OldImage: z.unknown(),
  }),
});
export type ChangeRecord = z.infer<typeof ChangeRecord>;

/** A batch of the stream; each record is parsed by itself, so that a bad one fails alone. */
export const ChangeBatch = z.object({
  Records: z.array(z.looseObject({ dynamodb: z.looseObject({ SequenceNumber: z.string() }) })),
});

/** What SES reports of a mail, as it comes over the event bus. */
export const EmailEvent = z.object({
  detail: z.object({
    eventType: z.string(),
    mail: z.object({
      messageId: z.string(),
      tags: z.object({ 'mail-id': z.tuple([MailId]) }),
    }),
    bounce: z.object({ bounceType: z.string(), bounceSubType: z.string() }).optional(),
    complaint: z.object({ complaintFeedbackType: z.string().optional() }).optional(),
    reject: z.object({ reason: z.string() }).optional(),
  }),
});
export type EmailEvent = z.infer<typeof EmailEvent>;
