import * as z from 'zod';
import { lazily } from './lazily.ts';
import { Intake, SiteOffer, type Site } from './site-offer.ts';
import type { Unversioned } from './versioned.ts';

/** What the directory of a discipline says of one facility: its site offer, and its intakes that are not closed. */
export interface Listing {
  readonly offer: Unversioned<SiteOffer>;
  /** By id. Full ones stay, so that a seat that comes and goes is a change of one number. */
  readonly intakes: readonly Unversioned<Intake>[];
}

const versioned = { version: true, updatedAt: true, auditHash: true } as const;

/** Made at first use: only those who read a directory need it. */
export const listingSchema = lazily((): z.ZodType<Listing> =>
  z.object({ offer: SiteOffer.unwrap().omit(versioned), intakes: z.array(Intake.unwrap().omit(versioned)) }),
);

const unversioned = <T extends object>({ ...value }: T): Unversioned<T> => {
  for (const name of Object.keys(versioned)) Reflect.deleteProperty(value, name);
  return value;
};

/** What is to be listed of a facility; null: nothing, as it takes nobody in this discipline (R21). */
export const listingOf = (offer: SiteOffer | null, intakes: readonly Intake[]): Listing | null => {
  if (offer === null || !offer.terms.optedIn || !offer.facility.open) return null;
  const open = intakes.filter(({ closed }) => !closed).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return open.length === 0 ? null : { offer: unversioned(offer), intakes: open.map(unversioned) };
};

/** A site for each intake with a free seat. */
export const sitesOf = ({ offer, intakes }: Listing): Site[] =>
  intakes.filter(({ seats, seatsTaken }) => seatsTaken < seats).map((intake) => ({ offer, intake }));
