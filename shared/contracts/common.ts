import * as z from 'zod';
import { Facility } from '../domain/facility.ts';
import { lazily } from '../domain/lazily.ts';
import { Offer, OfferId } from '../domain/offer.ts';
import { PlacementRequest } from '../domain/placement-request.ts';

/** The lock number that the caller has seen: an edit of something older is refused and told what changed. */
export const SeenVersion = z.int().min(1);

/** Query of a paged list. */
export const PageQuery = lazily(() =>
  z.strictObject({
    cursor: z.string().min(1).max(1024).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(25),
  }),
);

/** The states of a request by name. */
export const RequestStatusName = lazily(() =>
  z.literal(PlacementRequest.unwrap().options.map((option) => option.shape.status.value)),
);

/** The states of a facility by name. */
export const FacilityStatusName = lazily(() =>
  z.literal(Facility.unwrap().options.map((option) => option.shape.status.value)),
);

/** The states of an offer by name. */
export const OfferStatusName = lazily(() =>
  z.literal(Offer.unwrap().options.map((option) => option.shape.status.value)),
);

/** A page of a list; `cursor` asks for the next one and is null at the end. */
export const pageOf = <T extends z.ZodType>(item: () => T) =>
  lazily(() => z.object({ items: z.array(item()), cursor: z.string().nullable() }));

/** RFC 9457: what went wrong, in words that help. */
export const Problem = lazily(() =>
  z.object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    /** The refusal's code, for programs. */
    code: z.string(),
    /** Fields at fault, each with its own sentence. */
    errors: z.array(z.object({ field: z.string(), detail: z.string() })).optional(),
    /** Names the request in our log, when the fault is on our side. */
    requestId: z.string().optional(),
  }),
);
export type Problem = z.infer<ReturnType<typeof Problem>>;

/** What whoever acts on an offer is told. */
export const OfferReceipt = lazily(() => z.object({ offerId: OfferId, status: OfferStatusName() }));
