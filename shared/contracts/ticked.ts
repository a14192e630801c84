import * as z from 'zod';
import { lazily } from '../domain/lazily.ts';
import { OfferId } from '../domain/offer.ts';
import { Outcome } from '../domain/outcome.ts';
import { prose } from '../domain/primitives.ts';

/** A box that was empty until somebody ticked it: nothing is answered by opening a page or pressing its button. */
export const ticked = lazily(() => z.literal('yes'));

/** That a training is over, and how it went; an empty comment is none. */
export const ended = lazily(() =>
  z.object({
    action: z.literal('end'),
    offerId: OfferId,
    ...Outcome.unwrap().shape,
    comment: prose(1000).nullable().default(null),
  }),
);
