import * as z from 'zod';
import { lazily } from './lazily.ts';
import { Setting } from './discipline.ts';
import { EmailAddress, FacilityId, HealthSystemId, Instant, line, Place, prose } from './primitives.ts';
import { QuietDays } from './quiet-days.ts';
import type { FacilityDigest } from './site-offer.ts';
import { Versioned } from './versioned.ts';

/** Who speaks for the facility. A changed contact is vetted again before anybody's data reaches it. */
export const FacilityContact = z.lazy(() =>
  z.object({
    name: line(120),
    /** Their function at the facility, such as "imaging manager". */
    role: line(120),
    email: EmailAddress,
    phone: line(40).nullable(),
  }),
);
export type FacilityContact = z.infer<typeof FacilityContact>;

/** What a facility says of itself and may edit. */
export const FacilityProfile = z.lazy(() =>
  z.object({
    name: line(160),
    setting: Setting,
    street: line(160).nullable(),
    /** The legal employer of its staff, where it differs from the name. */
    legalEmployer: line(160).nullable(),
    healthCareProvider: z.boolean(),
    /** Introductions without a brief first. */
    directIntroductions: z.boolean(),
    quietDays: QuietDays.default([]),
  }),
);
export type FacilityProfile = z.infer<typeof FacilityProfile>;

/** Whether somebody chose it, or it came of ending our mails, without which a facility cannot be asked. */
export const PauseCause = z.enum(['chosen', 'unsubscribed']);
export type PauseCause = z.infer<typeof PauseCause>;

const common = lazily(() => ({
  ...Versioned.shape,
  id: FacilityId,
  profile: FacilityProfile,
  contact: FacilityContact,
  place: Place,
  healthSystemId: HealthSystemId.nullable(),
  claimedAt: Instant,
  accessVersion: z.int(),
  /** Made from a public list for a trial at real size: no person of that facility has agreed to anything. */
  simulated: z.boolean(),
}));

const Vetting = z.lazy(() => z.object({ by: z.string(), at: Instant, evidence: prose(2000) }));

const state = <const S extends string, const Shape extends z.core.$ZodLooseShape>(status: S, more: Shape) =>
  z.object({ ...common(), status: z.literal(status), ...more });

/** A facility, one shape for each state. Only `open` ones are matched or contacted (R21). */
export const Facility = z.lazy(() =>
  z.discriminatedUnion('status', [
    state('claimed', { confirmBy: Instant }),
    state('awaiting-vetting', { confirmedAt: Instant }),
    state('open', { vetting: Vetting }),
    state('paused', { vetting: Vetting, pausedAt: Instant, pausedBecause: PauseCause.default('chosen') }),
    state('refused', { reason: prose(1000), refusedBy: z.string() }),
    state('expired', { expiredAt: Instant }),
    state('left', { leftAt: Instant }),
  ]),
);
export type Facility = z.infer<typeof Facility>;
export type FacilityStatus = Facility['status'];
export type FacilityIn<S extends FacilityStatus> = Extract<Facility, { status: S }>;

/** The part of a facility that each of its site offers carries. */
export const digestOf = (facility: Facility): FacilityDigest => ({
  name: facility.profile.name,
  setting: facility.profile.setting,
  place: facility.place,
  legalEmployer: facility.profile.legalEmployer,
  healthSystemId: facility.healthSystemId,
  healthCareProvider: facility.profile.healthCareProvider,
  open: facility.status === 'open',
  directIntroductions: facility.profile.directIntroductions,
});
