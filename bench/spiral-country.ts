import { randomOf } from '../local/import/random.ts';
import { simulatedTerms } from '../local/import/simulate-terms.ts';
import { earthRadiusMiles } from '../shared/domain/distance.ts';
import { listingOf, type Listing } from '../shared/domain/listing.ts';
import type { Point } from '../shared/domain/primitives.ts';
import { aSite } from '../tests/support/builders.ts';

/** Where a country of the bench begins: the middle of the United States. */
export const middle: Point = { lat: 39.8, lon: -98.6 };

/** Square miles for each facility: a little thinner than 25,000 hospitals and imaging centers are in the United States. */
const areaOfOne = 150;
const goldenAngle = Math.PI * (3 - Math.sqrt(5));

/** So many miles away in a direction, over the ground. */
const pointAt = (miles: number, bearing: number): Point => {
  const distance = miles / earthRadiusMiles;
  const lat = (middle.lat * Math.PI) / 180;
  const sin = Math.sin(lat) * Math.cos(distance) + Math.cos(lat) * Math.sin(distance) * Math.cos(bearing);
  const east = Math.atan2(
    Math.sin(bearing) * Math.sin(distance) * Math.cos(lat),
    Math.cos(distance) - Math.sin(lat) * sin,
  );
  return { lat: (Math.asin(sin) * 180) / Math.PI, lon: ((middle.lon + (east * 180) / Math.PI + 540) % 360) - 180 };
};

const hospital = { ccn: '', name: '', street: '', zip: '', type: '', ownership: '', line: 0 };
const { offer, intake } = aSite();

/**
 * The facility at a place of a spiral around the middle that leaves every one the same area. So a country of 500 is the
 * inner part of one of 50,000: whoever looks around the middle sees the same in both.
 */
export const facilityAt = (index: number): Listing => {
  const random = randomOf(`facility ${index}`);
  const facilityId = `fac_spiral${index}`;
  const point = pointAt(Math.sqrt((areaOfOne * (index + 0.5)) / Math.PI), index * goldenAngle);
  const listing = listingOf(
    {
      ...offer,
      id: `${facilityId}-CT`,
      facilityId,
      facility: {
        ...offer.facility,
        name: `Invented Imaging ${random.int(1, 9999)} of Place ${index}`,
        place: {
          zip: String(random.int(10_000, 99_999)),
          point,
          zone: 'America/Chicago',
          state: 'KS',
          town: `Place ${index}`,
        },
        legalEmployer: random.chance(0.2) ? `Invented Employer ${Math.floor(index / 50)}` : null,
        healthSystemId: random.chance(0.4) ? `sys_invented${Math.floor(index / 50)}` : null,
      },
      terms: simulatedTerms(hospital, 'CT', random),
    },
    Array.from({ length: random.chance(0.25) ? 2 : 1 }, (_, number) => ({
      ...intake,
      id: `${facilityId}-CT-term${number}`,
      facilityId,
      startsOn: `2027-0${random.int(1, 3)}-0${random.int(1, 9)}`,
      seats: random.int(1, 4),
      seatsTaken: 0,
    })),
  );
  if (listing === null) throw new Error('A facility of the bench takes nobody.');
  return listing;
};
