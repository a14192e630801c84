import type * as contract from '../contracts/facility.ts';
import { later } from '../domain/durations.ts';
import { ok, refuse } from '../domain/result.ts';
import { staleness } from './as-seen.ts';
import { changeFacility } from './changes.ts';
import { askToConfirm, confirmation } from './confirmation-mails.ts';
import { located } from './located.ts';
import { deciderOf } from './moments.ts';
import { perform } from './perform.ts';
import type { Ports } from './ports.ts';
import { mailOfFacility } from './queue-mail.ts';
import { stepOfFacility } from './step-of-facility.ts';
import type { UseCase } from './use-case.ts';

/** The facility says something else of itself; its site offers say the same from the same moment on. */
export const editFacility =
  (ports: Pick<Ports, 'store' | 'clock' | 'places'>): UseCase<typeof contract.editFacility> =>
  async ({ facilityId, version, zip, zone, profile }, call) =>
    stepOfFacility(ports, call, facilityId, async (facility) => {
      const stale = await staleness(ports.store.audit, facility, version);
      if (stale !== null) return stale;
      const place = located(ports, { zip, zone }, facility.place);
      return place.ok ? ok({ action: 'edit', profile, place: place.value }) : place;
    });

/**
 * Somebody else speaks for the facility from now on. That person confirms the address and is vetted before anything else
 * reaches it: nobody receives a person's data by taking over a facility's link, and nobody's mailbox is flooded by one.
 */
export const changeFacilityContact =
  ({
    store,
    clock,
    periods,
    personKeys,
  }: Pick<Ports, 'store' | 'clock' | 'periods' | 'personKeys'>): UseCase<typeof contract.changeFacilityContact> =>
  async ({ facilityId, version, contact }, call) =>
    perform(store, call, async () => {
      const facility = await store.facilities.get(facilityId);
      if (facility === null) return refuse('not-found');
      const stale = await staleness(store.audit, facility, version);
      if (stale !== null) return stale;
      const decider = deciderOf(clock, call.actor);
      const confirmBy = later(decider.now, periods.confirmHours, 'hour');
      const change = await changeFacility(store, facility, { action: 'change-contact', contact, confirmBy }, decider);
      if (!change.ok) return change;
      const { next, writes } = change.value;
      const mail = mailOfFacility(confirmation.facility(next), next, decider.now);
      const personKey = await personKeys.of(contact.email);
      return ok({
        writes: [...writes, ...(await askToConfirm(store, { personKey, mail, confirmBy }))],
        answer: { facilityId, status: next.status, version: next.version },
      });
    });
