import * as z from 'zod';
import { MailId } from '../domain/mail.ts';

/** Events from AWS: only the parts that are read. Messages between functions are in `messages.ts`. */

/** A record of the table's stream. */
export const ChangeRecord = z.object({
  eventName: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
  dynamodb: z.object({ NewImage: z.unknown().optional(), OldImage: z.unknown().optional() }),
});

/** A batch of the stream; each record is parsed by itself, so that a bad one fails alone. */
export const ChangeBatch = z.object({
  Records: z.array(z.looseObject({ dynamodb: z.looseObject({ SequenceNumber: z.string() }) })),
});
export type ChangeBatch = z.infer<typeof ChangeBatch>;

/** What SES reports of a mail, as it comes over the event bus. */
export const EmailEvent = z.object({
  source: z.literal('aws.ses'),
  account: z.string(),
  detail: z.object({
    eventType: z.string(),
    mail: z.object({
      messageId: z.string(),
      tags: z.object({ 'mail-id': z.tuple([MailId]), 'ses:configuration-set': z.tuple([z.string()]) }),
    }),
    bounce: z.object({ bounceType: z.string(), bounceSubType: z.string() }).optional(),
    complaint: z.object({ complaintFeedbackType: z.string().optional() }).optional(),
    reject: z.object({ reason: z.string() }).optional(),
  }),
});
export type EmailEvent = z.infer<typeof EmailEvent>;
