import type * as contract from '../contracts/facility.ts';
import { ok, refuse } from '../domain/result.ts';
import { suppressionIdOf } from '../domain/suppression.ts';
import { changeFacility } from './changes.ts';
import { releaseNext } from './confirmation-mails.ts';
import { deciderOf } from './moments.ts';
import { perform } from './perform.ts';
import type { Ports } from './ports.ts';
import { wantsMailsAgain } from './suppressions.ts';
import type { UseCase } from './use-case.ts';

/** The address is proven; whether its owner speaks for the facility is for a coordinator to find out. */
export const confirmFacility =
  ({
    store,
    clock,
    personKeys,
  }: Pick<Ports, 'store' | 'clock' | 'personKeys'>): UseCase<typeof contract.confirmFacility> =>
  async ({ facilityId }, call) =>
    perform(store, call, async () => {
      const facility = await store.facilities.get(facilityId);
      if (facility === null) return refuse('not-found');
      const decider = deciderOf(clock, call.actor);
      const change = await changeFacility(store, facility, { action: 'confirm' }, decider);
      if (!change.ok) return change;
      const { next, writes } = change.value;
      const personKey = await personKeys.of(facility.contact.email);
      return ok({
        writes: [
          ...writes,
          store.people.speakFor(personKey, facilityId),
          // Who was once invited and declined to hear from us asks to take part after all.
          ...(await wantsMailsAgain(store, suppressionIdOf(personKey), decider)),
          ...(await releaseNext(store, { personKey, confirmed: facilityId, now: decider.now })),
        ],
        answer: { facilityId, status: next.status, version: next.version },
      });
    });
