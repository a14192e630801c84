import * as z from 'zod';
import { ChangeRecord } from '../../shared/contracts/events.ts';
import type {
  DirectoryMessage,
  MailMessage,
  MatchMessage,
  RoundMessage,
  ShortlistMessage,
} from '../../shared/contracts/messages.ts';
import { Discipline } from '../../shared/domain/discipline.ts';
import { MailId } from '../../shared/domain/mail.ts';
import { OfferId, type OfferStatus } from '../../shared/domain/offer.ts';
import { FacilityId, RequestId, RoundId } from '../../shared/domain/primitives.ts';
import { RoundPart } from '../../shared/domain/round.ts';

/** What a change of the table means for a queue. */
export type Message =
  | { readonly queue: 'mail'; readonly body: MailMessage }
  | { readonly queue: 'directory'; readonly body: DirectoryMessage }
  | { readonly queue: 'match'; readonly body: MatchMessage }
  | { readonly queue: 'shortlist'; readonly body: ShortlistMessage }
  | { readonly queue: 'round'; readonly body: RoundMessage };

/** Attributes as the stream writes them. */
const text = z.object({ S: z.string() }).transform(({ S }) => S);
const nothing = z.object({ NULL: z.literal(true) }).transform(() => null);
const integer = z.object({ N: z.string() }).transform(({ N }) => Number(N));

const Kind = z.object({ kind: text });
const MailImage = z.object({ id: text.pipe(MailId), status: text });
const RequestImage = z.object({ id: text.pipe(RequestId), status: text });
const OfferImage = z.object({ id: text.pipe(OfferId), status: text });
const RoundImage = z.object({ id: text.pipe(RoundId), next: text.pipe(RoundPart).or(nothing) });
const SiteImage = z.object({ facilityId: text.pipe(FacilityId), discipline: text.pipe(Discipline) });
const Seats = z.object({ version: integer, seatsTaken: integer });

/** An offer that ended without a placement: the next site of the shortlist may be tried. */
const ended = new Set<string>(['declined', 'lapsed', 'cancelled', 'no-show'] satisfies OfferStatus[]);

/** A seat was taken and nothing else changed: that opens no site to anybody. A seat given back may. */
const onlyTakesSeat = (before: unknown, after: unknown): boolean => {
  const [old, next] = [Seats.safeParse(before), Seats.safeParse(after)];
  return (
    old.success && next.success && next.data.version === old.data.version && next.data.seatsTaken > old.data.seatsTaken
  );
};

/** The part that the round was waiting for before this change. */
const nextBefore = (image: unknown): RoundPart | null => RoundImage.safeParse(image).data?.next ?? null;

const statusOf = (image: unknown): string | undefined => z.object({ status: text }).safeParse(image).data?.status;

/** Why a record matters, if it does. Throws for one that is not of the form that the store writes. */
export const messagesOf = (record: unknown): readonly Message[] => {
  const { eventName, dynamodb } = ChangeRecord.parse(record);
  const { NewImage: image, OldImage: before } = dynamodb;
  if (eventName === 'REMOVE') return [];
  switch (Kind.parse(image).kind) {
    case 'mail': {
      const { id: mailId, status } = MailImage.parse(image);
      return eventName === 'INSERT' && status === 'pending' ? [{ queue: 'mail', body: { mailId } }] : [];
    }
    case 'request': {
      // `confirmed` means: waiting to be matched, again after an edit too.
      const { id: requestId, status } = RequestImage.parse(image);
      return status === 'confirmed' ? [{ queue: 'match', body: { requestId } }] : [];
    }
    case 'site-offer':
    case 'intake': {
      const { facilityId, discipline } = SiteImage.parse(image);
      const opens = !onlyTakesSeat(before, image);
      return [{ queue: 'directory', body: { facilityId, discipline, opens } }];
    }
    case 'offer': {
      const { id: offerId, status } = OfferImage.parse(image);
      return ended.has(status) && statusOf(before) !== status ? [{ queue: 'shortlist', body: { offerId } }] : [];
    }
    case 'round': {
      const { id: roundId, next: part } = RoundImage.parse(image);
      return part === null || part === nextBefore(before) ? [] : [{ queue: 'round', body: { roundId, part } }];
    }
    default:
      return [];
  }
};
