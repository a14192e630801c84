import { beforeEach, describe, expect, test } from 'vitest';
import { mailAccessLink } from '../../shared/usecases/access-links.ts';
import { confirmFacility } from '../../shared/usecases/confirm-facility.ts';
import { confirmRequest } from '../../shared/usecases/confirm-request.ts';
import { changeFacilityContact } from '../../shared/usecases/edit-facility.ts';
import { claimFacility } from '../../shared/usecases/claim-facility.ts';
import { endLinksOfFacility, endLinksOfRequest } from '../../shared/usecases/end-links.ts';
import { leaveFacility } from '../../shared/usecases/leave-facility.ts';
import { submitRequest } from '../../shared/usecases/submit-request.ts';
import { aFacility, anOffer, aRequest, someWishes } from '../support/builders.ts';
import { dynamoDbClient } from '../support/dynamodb.ts';
import {
  anyone,
  auditOf,
  aWorld,
  contents,
  coordinator,
  facilityContact,
  mailsAbout,
  offerNow,
  requestNow,
  seedOffer,
  seedRequest,
  seedSite,
  technologist,
  value,
  type World,
} from '../support/world.ts';

let world: World;
/** The calls of the table, by name. */
let calls: string[];
beforeEach(async () => {
  const client = dynamoDbClient();
  world = await aWorld(client);
  calls = [];
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        calls.push(commandName);
        return next(args);
      },
    { step: 'initialize' },
  );
});

const email = 'birch@example.org';
const contact = { name: 'Birch Example', role: 'imaging manager', email, phone: null };

const claimed = async (address = email) => {
  const { profile } = aFacility();
  const claim = { profile, contact: { ...contact, email: address }, zip: '02115', siteOffers: [] };
  return value(await claimFacility(world.ports)(claim, anyone)).facilityId;
};
const confirmed = async () => {
  const facilityId = await claimed();
  value(await confirmFacility(world.ports)({ facilityId }, facilityContact(facilityId)));
  return facilityId;
};
const confirmedRequest = async (address = email) => {
  const filed = {
    contact: { name: 'Birch Example', email: address, phone: null },
    zip: '02115',
    wishes: someWishes(),
  };
  const { requestId } = value(await submitRequest(world.ports)(filed, anyone));
  value(await confirmRequest(world.ports)({ requestId }, technologist(requestId)));
  return requestId;
};
const ask = async (address = email) => value(await mailAccessLink(world.ports)({ email: address }, anyone));
const facilityNow = async (id: string) => world.store.facilities.get(id);

describe('the links of an address', () => {
  test('are mailed for its facilities as for its requests, and no version is stepped by whoever asks', async () => {
    const facilities = [await confirmed(), await confirmed()];
    const requestId = await confirmedRequest();
    const before = await Promise.all([...facilities.map(facilityNow), requestNow(world, requestId)]);
    await ask();
    for (const id of facilities) expect(await mailsAbout(world, id)).toContain('facility-access');
    expect(await mailsAbout(world, requestId)).toContain('request-status');
    expect(await Promise.all([...facilities.map(facilityNow), requestNow(world, requestId)])).toEqual(before);
  });

  test('are found under every variant of the address', async () => {
    const id = await confirmed();
    await ask('Birch+lost@example.org');
    expect(await mailsAbout(world, id)).toContain('facility-access');
  });

  test('are not mailed for a facility that left, has another contact, or was never confirmed', async () => {
    const [left, handedOn, unconfirmed] = [await confirmed(), await confirmed(), await claimed()];
    value(await leaveFacility(world.ports)({ facilityId: left }, facilityContact(left)));
    const other = { ...contact, email: 'rowan@example.org' };
    const { version = 0 } = (await facilityNow(handedOn)) ?? {};
    const call = facilityContact(handedOn);
    value(await changeFacilityContact(world.ports)({ facilityId: handedOn, version, contact: other }, call));
    value(await confirmFacility(world.ports)({ facilityId: handedOn }, call));
    await ask();
    for (const id of [left, handedOn, unconfirmed])
      expect(await mailsAbout(world, id)).not.toContain('facility-access');
    await ask('rowan@example.org');
    expect(await mailsAbout(world, handedOn)).toContain('facility-access');
  });

  test('take the same calls of the table, whether there are any or not', async () => {
    await confirmed();
    await confirmedRequest();
    const callsOf = async (address: string) => {
      calls.length = 0;
      const answer = await ask(address);
      return { answer, calls: calls.toSorted() };
    };
    const known = await callsOf(email);
    expect(await callsOf('nobody@example.org')).toEqual(known);
    // The third time today: nothing is mailed any more, and nobody can tell.
    await ask();
    expect(await callsOf(email)).toEqual(known);
  });
});

describe('links that their holder or a coordinator ends', () => {
  test('of a request: those of before are of an older number, and a new one is mailed', async () => {
    await seedRequest(world, aRequest({ accessVersion: 3 }));
    value(await endLinksOfRequest(world.ports)({ requestId: 'req_alder1' }, technologist('req_alder1')));
    value(await endLinksOfRequest(world.ports)({ requestId: 'req_alder1' }, coordinator));
    expect(await requestNow(world)).toMatchObject({ accessVersion: 5, version: 3 });
    expect(await mailsAbout(world, 'req_alder1')).toEqual(['request-status', 'request-status']);
    expect(await auditOf(world, 'req_alder1')).toEqual(['revoke-access', 'revoke-access']);
  });

  test('of a facility: also those of its briefs, and one that waits is mailed anew', async () => {
    await seedSite(world);
    await seedRequest(world, aRequest({ status: 'approved' }));
    await seedOffer(world, anOffer({ linkVersion: 4 }));
    value(await endLinksOfFacility(world.ports)({ facilityId: 'fac_birch' }, coordinator));
    expect(await facilityNow('fac_birch')).toMatchObject({ accessVersion: 2, status: 'open' });
    expect(await mailsAbout(world, 'fac_birch')).toEqual(['facility-access']);
    expect(await offerNow(world)).toMatchObject({ status: 'made', linkVersion: 5 });
    expect(await mailsAbout(world, 'req_alder1-1')).toEqual(['brief']);
  });
});

describe('an address that has not answered', () => {
  test('is asked to confirm once a day, though facility after facility names it as its contact', async () => {
    const handOn = async (facilityId: string, address: string) =>
      value(
        await changeFacilityContact(world.ports)(
          {
            facilityId,
            version: (await facilityNow(facilityId))?.version ?? 0,
            contact: { ...contact, email: address },
          },
          facilityContact(facilityId),
        ),
      );
    const [first, second] = [await confirmed(), await confirmed()];
    await handOn(first, 'victim@example.org');
    await handOn(second, 'victim+2@example.org');
    world.pass(1, 'minute');
    await claimed('Victim@example.org');
    const asked = (await contents(world)).filter((item) => item.includes('"confirm-facility"'));
    // Two of them asked the first contact.
    expect(asked).toHaveLength(3);
    // Who confirms is asked about the next.
    value(await confirmFacility(world.ports)({ facilityId: first }, facilityContact(first)));
    expect(await mailsAbout(world, second)).toEqual(['confirm-facility', 'confirm-facility']);
  });
});
