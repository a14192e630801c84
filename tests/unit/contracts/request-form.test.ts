import { expect, test } from 'vitest';
import { requestIn } from '../../../shared/contracts/request-form/read-form.ts';
import { fieldsOf } from '../../../shared/contracts/request-form/write-form.ts';
import { stepOf } from '../../../shared/contracts/request-form/steps.ts';
import type { Wishes } from '../../../shared/domain/placement-request.ts';
import { aCover, aReadiness, anEmployment, someWishes, weekly } from '../../support/builders.ts';

const estimate = { detourFactor: 1.3, milesPerHour: 50 };
const contact = { name: 'Alder Example', email: 'alder@example.org', phone: '617-555-0101' };

const block = { from: '2027-02-01', to: '2027-02-14' };
const insured = { cover: aCover(), willBuy: 'unknown' } as const;

test.each<[string, Partial<Wishes>]>([
  ['plain', {}],
  [
    'employed, with other hours agreed',
    {
      employment: anEmployment({ adjustment: { status: 'confirmed', hours: weekly('mon tue', '10:00', '18:30') } }),
      otherShifts: weekly('sun', '22:00', '06:00'),
    },
  ],
  [
    'employed by somebody without fixed hours',
    {
      employment: anEmployment({
        facilityId: null,
        regularHours: { kind: 'rotating' },
        adjustment: { status: 'refused' },
      }),
    },
  ],
  [
    'insured, by blocks, with a named site',
    {
      blocks: [block],
      readiness: aReadiness({ insurance: insured }),
      namedSite: { name: 'Rowan Hospital (invented)', town: 'Springfield', email: null },
      requiredCategories: ['Head', 'Chest'],
      maxChargesCents: 12_550,
      travelMiles: null,
      minWeeklyMinutes: 450,
      wishedSettings: ['hospital', 'small-clinic'],
      introductionConsent: { scope: 'ask-each-time' },
    },
  ],
])('a request that is written into its form is the same when it is read again: %s', (_, change) => {
  const wishes = someWishes(change);
  const { siteOrder: _order, recordsCounted: _counted, ...asked } = wishes;
  const fields = fieldsOf({ contact, zip: '02139', wishes });
  expect(requestIn(fields, contact.email, estimate)).toEqual({ contact, zip: '02139', wishes: asked });
  expect(Object.keys(fields).filter((field) => stepOf(field) === null)).toEqual([]);
});
