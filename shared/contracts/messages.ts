import * as z from 'zod';
import { Discipline } from '../domain/discipline.ts';
import { MailId } from '../domain/mail.ts';
import { OfferId } from '../domain/offer.ts';
import { FacilityId, RequestId, RoundId } from '../domain/primitives.ts';
import { RoundPart } from '../domain/round.ts';

/** Bodies of the messages between functions: ids only. Each may arrive twice, late, or in any order. */

/** Send this mail of the outbox, if it is still to be sent. */
export const MailMessage = z.object({ mailId: MailId });
export type MailMessage = z.infer<typeof MailMessage>;

/** Match this request, or everybody who waits for a site in this discipline. */
export const MatchMessage = z.union([z.object({ requestId: RequestId }), z.object({ discipline: Discipline })]);
export type MatchMessage = z.infer<typeof MatchMessage>;

/**
 * Bring what the directory says of a facility up to date; or, once a day, hold a discipline's whole directory against
 * the facilities; or, sent by hand as the runbook says, make it anew. `opens`: the change may open a site to somebody who waits, so that they are matched afterwards.
 */
export const DirectoryMessage = z.union([
  z.object({ facilityId: FacilityId, discipline: Discipline, opens: z.boolean() }),
  z.object({ check: Discipline }),
  z.object({ rebuild: Discipline }),
]);
export type DirectoryMessage = z.infer<typeof DirectoryMessage>;

/** This offer ended: try the next site of its request's shortlist. */
export const ShortlistMessage = z.object({ offerId: OfferId });
export type ShortlistMessage = z.infer<typeof ShortlistMessage>;

/** Work out this part of the round, if it is still its next one. */
export const RoundMessage = z.object({ roundId: RoundId, part: RoundPart });
export type RoundMessage = z.infer<typeof RoundMessage>;
