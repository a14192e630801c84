import type { FacilityId, RequestId } from '../domain/primitives.ts';
import { ok, type Result } from '../domain/result.ts';
import { eraseRequest } from './erase-request.ts';
import type { Call, Ports } from './ports.ts';

export interface PersonErased {
  readonly requests: readonly RequestId[];
  /**
   * Facilities that the address spoke or speaks for. A facility's contact is not erased with a person's requests: it
   * names another contact, or leaves.
   */
  readonly facilities: readonly FacilityId[];
}

/** Erases all requests under one address, one after the other; whoever was interrupted calls again. */
export const erasePerson =
  (ports: Pick<Ports, 'store' | 'clock'>) =>
  async (
    { personKey }: { readonly personKey: string },
    { actor }: Pick<Call, 'actor'>,
  ): Promise<Result<PersonErased>> => {
    const { requests, over, facilities } = await ports.store.people.linkedTo(personKey);
    const erased: RequestId[] = [];
    for (const requestId of [...requests, ...over]) {
      const done = await eraseRequest(ports)({ requestId }, { actor });
      if (!done.ok) return done;
      erased.push(requestId);
    }
    return ok({ requests: erased, facilities });
  };
