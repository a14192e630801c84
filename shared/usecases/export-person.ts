import type { RequestExport } from '../contracts/held-data.ts';
import type { FacilityContact } from '../domain/facility.ts';
import type { FacilityId, Instant } from '../domain/primitives.ts';
import { ok, type Result } from '../domain/result.ts';
import { suppressionIdOf, type Suppression } from '../domain/suppression.ts';
import { exportRequest } from './export-request.ts';
import { nowOf } from './moments.ts';
import type { Ports } from './ports.ts';

/** Everything that is held under one address: all requests that were ever confirmed or ended, and what it speaks for. */
export interface PersonExport {
  readonly exportedAt: Instant;
  readonly requests: readonly RequestExport[];
  /** Facilities whose contact has the address. */
  readonly facilities: readonly {
    readonly facilityId: FacilityId;
    readonly name: string;
    readonly status: string;
    readonly contact: FacilityContact;
  }[];
  readonly suppression: Pick<Suppression, 'scope' | 'cause' | 'since'> | null;
}

/** Gathers what is held of whoever has the key of an address (`personKeys.of`); empty lists where nothing is. */
export const exportPerson =
  (ports: Pick<Ports, 'store' | 'clock' | 'personKeys'>) =>
  async ({ personKey }: { readonly personKey: string }): Promise<Result<PersonExport>> => {
    const { store, clock, personKeys } = ports;
    const linked = await store.people.linkedTo(personKey);
    const [requests, spokenFor, suppression] = await Promise.all([
      Promise.all([...linked.requests, ...linked.over].map(async (requestId) => exportRequest(ports)({ requestId }))),
      store.facilities.ofAll(linked.facilities),
      store.suppressions.get(suppressionIdOf(personKey)),
    ]);
    const facilities: PersonExport['facilities'][number][] = [];
    for (const { id, profile, status, contact } of spokenFor)
      // Somebody else may speak for it by now.
      if ((await personKeys.of(contact.email)) === personKey)
        facilities.push({ facilityId: id, name: profile.name, status, contact });
    return ok({
      exportedAt: nowOf(clock),
      requests: requests.flatMap((one) => (one.ok ? [one.value] : [])),
      facilities,
      suppression: suppression && { scope: suppression.scope, cause: suppression.cause, since: suppression.since },
    });
  };
