import type { CaseView } from '../../shared/contracts/case.ts';
import { approveRequest, noteEmployment, readCase } from '../../shared/contracts/coordinator.ts';
import { claimFacility, confirmFacility } from '../../shared/contracts/facility.ts';
import { confirmRequest, readRequest, submitRequest } from '../../shared/contracts/technologist.ts';
import { listFacilities, vetFacility } from '../../shared/contracts/vetting.ts';
import type { Applicant, Host } from './cast.ts';
import { expectThat, found } from './expect.ts';
import type { Stage } from './stage.ts';

/** What people do, each step through the API and the mails; the acts of the demo play them aloud, tests in silence. */

/** A facility opts in, confirms by mail and is vetted. */
export const optIn = async ({ client, coordinator, linkIn }: Stage, host: Host, evidence: string): Promise<string> => {
  const { facilityId } = await client.call(claimFacility, {
    body: { ...host, siteOffers: host.siteOffers.map((offer) => ({ ...offer, intakes: [...offer.intakes] })) },
    idempotencyKey: host.contact.email,
  });
  await client.call(confirmFacility, { token: await linkIn(host.contact.email, 'confirm') });
  const waiting = await client.call(listFacilities, {
    token: coordinator,
    query: { limit: 25, status: 'awaiting-vetting' },
  });
  const { version } = found(
    waiting.items.find((entry) => entry.facilityId === facilityId),
    `${host.profile.name} among the facilities to vet`,
  );
  const vetted = await client.call(vetFacility, {
    token: coordinator,
    params: { facilityId },
    body: { decision: 'open', version, evidence },
  });
  expectThat(vetted.status === 'open', `${host.profile.name} is open after vetting`);
  return facilityId;
};

/** A technologist asks and confirms by mail; the request is then matched and waits in the review queue. */
export const ask = async ({ client, linkIn }: Stage, { contact, zip, wishes }: Applicant): Promise<string> => {
  const { requestId } = await client.call(submitRequest, {
    body: { contact, zip, wishes },
    idempotencyKey: `${contact.email}-${wishes.discipline}`,
  });
  await client.call(confirmRequest, { token: await linkIn(contact.email, 'confirm') });
  const { status } = await client.call(readRequest, { token: await linkIn(contact.email, 'status') });
  expectThat(status === 'in-review', `${contact.name}'s request is in review once confirmed`);
  return requestId;
};

/** A request with all that a coordinator sees of it. */
export const caseOf = ({ client, coordinator }: Stage, requestId: string): Promise<CaseView> =>
  client.call(readCase, { token: coordinator, params: { requestId } });

/** The employer told the coordinator that the technologist works there. */
export const confirmEmployment = async (stage: Stage, requestId: string): Promise<void> => {
  const { request } = await caseOf(stage, requestId);
  await stage.client.call(noteEmployment, {
    token: stage.coordinator,
    params: { requestId },
    body: { version: request.version, confirmed: true },
  });
  await stage.settle();
};

/** The coordinator approves the first sites of the ranking, in their order; returns the case on which that was decided. */
export const approve = async (stage: Stage, requestId: string, sites: number): Promise<CaseView> => {
  const seen = await caseOf(stage, requestId);
  const shortlist = seen.candidates.slice(0, sites).map(({ intakeId }) => intakeId);
  const { status } = await stage.client.call(approveRequest, {
    token: stage.coordinator,
    params: { requestId },
    body: { version: seen.request.version, shortlist, reason: null },
    idempotencyKey: `approve-${requestId}-${seen.request.version}`,
  });
  expectThat(status === 'approved', 'the request is approved');
  return seen;
};
