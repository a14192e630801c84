import { beforeEach, describe, expect, test } from 'vitest';
import { deliverMail } from '../../shared/email/deliver.ts';
import type { Parcel } from '../../shared/email/postbox.ts';
import { leaveFacility } from '../../shared/usecases/leave-facility.ts';
import { settleNamedSite } from '../../shared/usecases/settle-named-site.ts';
import { aProgram, aRequest, someWishes } from '../support/builders.ts';
import { aDesk } from '../support/mail-samples.ts';
import {
  aWorld,
  coordinator,
  facilityContact,
  mailsAbout,
  refusedWithoutTrace,
  requestNow,
  seedRequest,
  seedSite,
  value,
  type World,
} from '../support/world.ts';

const namedSite = { name: 'Rowan Hospital (invented)', town: 'Springfield', email: null };
const email = 'imaging@rowan.example.org';
const evidence = 'Named on the hospital’s own page.';

let world: World;
beforeEach(async () => {
  world = await aWorld();
});

const named = async (id = 'req_alder1', wishes: Parameters<typeof someWishes>[0] = {}) =>
  seedRequest(world, aRequest({ id, personKey: `person-${id}`, wishes: someWishes({ namedSite, ...wishes }) }));
const invite = async (requestId = 'req_alder1', to = email) =>
  settleNamedSite(world.ports)({ requestId, version: 1, decision: 'invite', email: to, evidence }, coordinator);

describe('R25: a technologist may name a site outside the list', () => {
  test('after vetting it gets one invitation, which tells nothing of the technologist', async () => {
    const request = await named();
    value(await invite());
    expect(await requestNow(world)).toMatchObject({ status: 'in-review', invitation: { status: 'invited', evidence } });
    expect(await mailsAbout(world, request.id)).toEqual(['invitation']);

    const sent: Parcel[] = [];
    const postbox = {
      send: async (parcel: Parcel) => {
        sent.push(parcel);
        return { is: 'accepted', sesMessageId: 'an-id-of-ses' } as const;
      },
    };
    const deliver = deliverMail({ ...world.ports, postbox, desk: async () => aDesk, pause: async () => {} });
    expect(await deliver('mail_req_alder1_invitation_1')).toBe('sent');
    const [parcel] = sent;
    expect(parcel?.to).toBe(email);
    const message = new TextDecoder().decode(parcel?.message);
    const { name, email: own, phone } = request.contact;
    // The request's id stands in the link that ends such mail: it opens nothing, and names nobody.
    for (const secret of [name, own, phone ?? '', request.home.zip, request.home.town ?? ''])
      expect(message).not.toContain(secret);
  });

  test('or none, with the coordinator’s reason', async () => {
    await named();
    const decline = { requestId: 'req_alder1', version: 1, decision: 'decline', reason: 'It trains nobody.' } as const;
    value(await settleNamedSite(world.ports)(decline, coordinator));
    expect(await requestNow(world)).toMatchObject({ invitation: { status: 'declined', reason: 'It trains nobody.' } });
    expect(await mailsAbout(world, 'req_alder1')).toEqual([]);
  });

  test('one invitation ever: not for another technologist, and not for the same request again', async () => {
    await named();
    await named('req_birch2');
    value(await invite());
    expect(await refusedWithoutTrace(world, async () => invite('req_birch2'))).toMatchObject({ field: 'email' });
    const again = async () =>
      settleNamedSite(world.ports)(
        { requestId: 'req_alder1', version: 2, decision: 'invite', email: 'other@rowan.example.org', evidence },
        coordinator,
      );
    expect((await refusedWithoutTrace(world, again)).code).toBe('action-not-possible');
  });

  test('two coordinators at the same moment send one', async () => {
    await named();
    await named('req_birch2');
    const done = await Promise.all([invite(), invite('req_birch2')]);
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('who left the service is not invited back', async () => {
    const { facility } = await seedSite(world);
    value(await leaveFacility(world.ports)({ facilityId: facility.id }, facilityContact(facility.id)));
    await named();
    expect(await refusedWithoutTrace(world, async () => invite('req_alder1', facility.contact.email))).toMatchObject({
      field: 'email',
    });
  });

  test('not where the technologist’s program forbids contact (A9)', async () => {
    value(await world.store.commit([world.store.programs.create(aProgram({ allowsContact: 'no' }))]));
    await named('req_alder1', { programId: 'prg_cedar' });
    expect(await refusedWithoutTrace(world, invite)).toMatchObject({
      detail: expect.stringMatching(/^A9: /) as string,
    });
  });

  test('not where nobody named one', async () => {
    await seedRequest(world);
    expect((await refusedWithoutTrace(world, invite)).code).toBe('action-not-possible');
  });
});
