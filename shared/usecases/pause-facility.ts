import type * as contract from '../contracts/facility.ts';
import { ok } from '../domain/result.ts';
import { suppressionIdOf } from '../domain/suppression.ts';
import type { Ports } from './ports.ts';
import { stepOfFacility } from './step-of-facility.ts';
import { wantsMailsAgain } from './suppressions.ts';
import type { UseCase } from './use-case.ts';

/** From now on the facility is matched with nobody and asked nothing new (R21). */
export const pauseFacility =
  (ports: Pick<Ports, 'store' | 'clock'>): UseCase<typeof contract.pauseFacility> =>
  async ({ facilityId }, call) =>
    stepOfFacility(ports, call, facilityId, () => ok({ action: 'pause' }));

/**
 * The facility takes part again. It was vetted before the pause, and its contact is the same. Where the contact had ended
 * our mails, they start again: without them nobody could be asked.
 */
export const resumeFacility =
  (ports: Pick<Ports, 'store' | 'clock' | 'personKeys'>): UseCase<typeof contract.resumeFacility> =>
  async ({ facilityId }, call) =>
    stepOfFacility(
      ports,
      call,
      facilityId,
      () => ok({ action: 'resume' }),
      async ({ contact }, decider) =>
        wantsMailsAgain(ports.store, suppressionIdOf(await ports.personKeys.of(contact.email)), decider),
    );
