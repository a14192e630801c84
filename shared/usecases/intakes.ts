import type * as contract from '../contracts/facility.ts';
import { ok, refuse } from '../domain/result.ts';
import { IntakeTerms, partsOfIntakeId, siteOfferIdOf } from '../domain/site-offer.ts';
import { staleness } from './as-seen.ts';
import { keepUp } from './changes.ts';
import { newIntake } from './claim-facility.ts';
import { deciderOf } from './moments.ts';
import { perform } from './perform.ts';
import type { Ports } from './ports.ts';
import { facilityKeptUp } from './site-offers.ts';
import type { UseCase } from './use-case.ts';

/** Adds dated seats to a site offer. */
export const addIntake =
  ({ store, clock, ids }: Pick<Ports, 'store' | 'clock' | 'ids'>): UseCase<typeof contract.addIntake> =>
  async ({ facilityId, discipline, ...terms }, call) =>
    perform(store, call, async () => {
      const facility = await facilityKeptUp(store, facilityId);
      if (!facility.ok) return facility;
      const siteOffer = await store.siteOffers.get(siteOfferIdOf(facilityId, discipline));
      if (siteOffer === null)
        return refuse('not-found', { field: 'discipline', detail: 'Write the site offer of this discipline first.' });
      const { next, writes } = keepUp(
        { repository: store.intakes, audit: store.audit },
        null,
        newIntake(siteOffer, terms, ids.intakeMark()),
        'add',
        deciderOf(clock, call.actor),
      );
      return ok({ writes, answer: { intakeId: next.id, version: next.version } });
    });

/** Changes dates or seats of an intake, or closes it. Who has a seat keeps it. */
export const editIntake =
  ({ store, clock }: Pick<Ports, 'store' | 'clock'>): UseCase<typeof contract.editIntake> =>
  async ({ facilityId, intakeId, version, closed, ...terms }, call) =>
    perform(store, call, async () => {
      const facility = await facilityKeptUp(store, facilityId);
      if (!facility.ok) return facility;
      const before = partsOfIntakeId(intakeId).facilityId === facilityId ? await store.intakes.get(intakeId) : null;
      if (before === null) return refuse('not-found');
      const stale = await staleness(store.audit, before, version);
      if (stale !== null) return stale;
      if (!IntakeTerms.safeParse(terms).success)
        return refuse('invalid-input', { field: 'endsOn', detail: 'must not end before it starts' });
      if (terms.seats < before.seatsTaken)
        return refuse('invalid-input', {
          field: 'seats',
          detail: `${before.seatsTaken} of its seats are taken, and who has one keeps it. Close the intake to take nobody new.`,
        });
      const { next, writes } = keepUp(
        { repository: store.intakes, audit: store.audit },
        before,
        { ...before, ...terms, closed },
        'edit',
        deciderOf(clock, call.actor),
      );
      return ok({ writes, answer: { intakeId, version: next.version } });
    });
