import { beforeAll, describe, expect, test } from 'vitest';
import { eraseRequest, exportRequest } from '../../../shared/contracts/held-data.ts';
import {
  editPage,
  editSendForm,
  editSendPage,
  editStepForm,
  editStepPage,
  heldFile,
  heldForm,
  heldPage,
  helpPage,
  statusForm,
  statusPage,
} from '../../../shared/contracts/pages.ts';
import type { Route } from '../../../shared/contracts/route.ts';
import type { RequestStatus } from '../../../shared/domain/placement-request.ts';
import { aPlace, aRequest, milesNorth } from '../../support/builders.ts';
import { requestNow, seedRequest, seedSite } from '../../support/world.ts';
import { anEvent, formEvent, jsonEvent, type EventChange } from './an-event.ts';
import { seedPlacement } from './seeds.ts';
import { aService, tokenFor, type Service } from './service.ts';

let service: Service;
beforeAll(async () => {
  service = await aService();
});

const linkOf = (id: string, version = 1) => ({
  params: { token: tokenFor({ purpose: 'request-access', subject: id, version }) },
});
const open = async (route: Route, id: string) => service.answer(route.served, anEvent(route, linkOf(id)));
const send = async (route: Route, id: string, form: Readonly<Record<string, string>>) =>
  service.answer(route.served, formEvent(route, form, linkOf(id)));

/** Over the API, with the same link. */
const call = async (route: Route, id: string, body: object = {}, change: EventChange = {}) => {
  const told = { ...change, bearer: linkOf(id).params.token };
  return service.answer(route.served, route.method === 'GET' ? anEvent(route, told) : jsonEvent(route, body, told));
};

/** What was handed out, whenever that was. */
const undated = (held: string) => ({ ...(JSON.parse(held) as object), exportedAt: null });

const aPerson = async (mark: string, status: RequestStatus = 'in-review', wishes = {}) => {
  const id = `req_${mark}`;
  await seedRequest(
    service,
    aRequest({ id, status, personKey: `person-${mark}`, home: aPlace({ zip: '02138' }), wishes }),
  );
  return id;
};

describe('where a request stands', () => {
  test('is a way with the station that it has come to, and who has to act', async () => {
    const { body = '' } = await open(statusPage, await aPerson('theway'));
    expect(body).toMatch(/aria-current="step"><strong>A coordinator looks through/);
    expect(body).toContain('There is nothing you need to do now.');
  });

  test('says what to do while a site waits for the consent of the technologist', async () => {
    await seedPlacement(service, 'awaited', { status: 'accepted', technologistConsent: 'awaited' });
    const { body = '' } = await open(statusPage, 'req_awaited');
    expect(body).toMatch(/Please decide by .* whether we may introduce you/);
    expect(body).toContain('without your answer the seat goes to others');
    expect(body).not.toContain('There is nothing you need to do now.');
  });
});

describe('what would help', () => {
  test('is told in counts, single changes and pairs, and names no site', async () => {
    for (const [index, miles] of [70, 75].entries())
      await seedSite(service, {
        facilityId: `fac_far${index}`,
        profile: { name: `Hazel Clinic ${index} (invented)` },
        facility: { place: milesNorth(miles) },
      });
    const { statusCode, body = '' } = await open(helpPage, await aPerson('help', 'in-review', { commuteMiles: 200 }));
    expect(statusCode).toBe(200);
    expect(body).toContain('One change');
    expect(body).toMatch(/edit\/where">\d+ more miles of travel each way<\/a>\s*<span>opens \d+ sites?\./);
    expect(body).not.toContain('Hazel');
  });

  test('is nothing where nothing could be changed, and says so', async () => {
    const { body = '' } = await open(helpPage, await aPerson('nohelp', 'in-review', { discipline: 'BD' }));
    expect(body).toContain('No site fits your request today');
    expect(body).toContain('Nothing that you could change');
  });
});

describe('what is held about a technologist', () => {
  test('is a page in words, and a file with all of it', async () => {
    const id = await aPerson('held');
    const { body = '' } = await open(heldPage, id);
    for (const words of ['Alder Example', 'alder@example.org', '617-555-0101', '02138', 'none knows of you'])
      expect(body).toContain(words);
    const file = await open(heldFile, id);
    expect(file.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="what-is-held-about-me.json"',
      'cache-control': 'no-store',
    });
    expect(JSON.parse(file.body ?? '')).toMatchObject({
      request: { requestId: id, contact: { name: 'Alder Example' } },
    });
  });

  test('is erased by its box alone; the link is refused from then on, and the log names the request for restores', async () => {
    const id = await aPerson('toerase');
    const asked = await send(heldForm, id, {});
    expect(asked.statusCode).toBe(422);
    expect(asked.body).toContain('Please tick the box first');
    expect((await requestNow(service, id)).erasedAt).toBeNull();

    const done = await send(heldForm, id, { sure: 'yes' });
    expect(done.body).toContain('It is erased.');
    expect(await requestNow(service, id)).toMatchObject({ status: 'withdrawn', contact: { name: 'Erased' } });
    expect((await open(statusPage, id)).statusCode).toBe((await open(statusPage, 'req_nobody')).statusCode);
    expect(service.logged.map(({ fields }) => fields['erased'])).toContain(id);
    expect(JSON.stringify(service.logged)).not.toContain('alder@example.org');
  });

  test('is the same by the API, and its facility is named there after the introduction alone', async () => {
    const { statusCode, body = '' } = await call(exportRequest, await aPerson('byapi'));
    expect(statusCode).toBe(200);
    const { body: file = '' } = await open(heldFile, 'req_byapi');
    expect(undated(body)).toEqual(undated(file));
    await seedPlacement(service, 'unnamed', {});
    await seedPlacement(service, 'named', { status: 'introduced' });
    expect((await call(exportRequest, 'req_unnamed')).body).not.toContain('Birch Imaging');
    expect((await call(exportRequest, 'req_named')).body).toContain('Birch Imaging');
  });

  test('is erased by the API only for who says to be sure; a repeat of the call is told the same', async () => {
    const id = await aPerson('eraseapi');
    for (const unsure of [{}, { sure: false }, { sure: 'yes' }])
      expect(JSON.parse((await call(eraseRequest, id, unsure)).body ?? '')).toMatchObject({
        code: 'invalid-input',
        errors: [{ field: 'sure' }],
      });
    expect((await requestNow(service, id)).erasedAt).toBeNull();

    const repeatable = { headers: { 'idempotency-key': 'erase-once' } };
    const done = await call(eraseRequest, id, { sure: true }, repeatable);
    expect(done).toMatchObject({ statusCode: 200, body: JSON.stringify({ requestId: id, status: 'withdrawn' }) });
    expect(await requestNow(service, id)).toMatchObject({ status: 'withdrawn', contact: { name: 'Erased' } });
    expect(await call(eraseRequest, id, { sure: true }, repeatable)).toEqual(done);
    for (const route of [exportRequest, eraseRequest])
      expect(JSON.parse((await call(route, id, { sure: true })).body ?? '')).toMatchObject({ code: 'link-refused' });
    expect(service.logged.map(({ fields }) => fields['erased'])).toContain(id);
  });

  test('can be erased while a training goes on: it ends, and its seat is free', async () => {
    await seedPlacement(service, 'inplace', { status: 'introduced' });
    expect((await send(heldForm, 'req_inplace', { sure: 'yes' })).statusCode).toBe(200);
    expect((await service.store.offers.get('req_inplace-1'))?.status).toBe('cancelled');
  });
});

test('withdrawing keeps its box closed until it was sent without', async () => {
  const id = await aPerson('thebox');
  const { statusCode, body = '' } = await send(statusForm, id, { action: 'withdraw' });
  expect(statusCode).toBe(422);
  expect(body).toMatch(/<details class="card" open>/);
});

/** The link to one step of a change. */
const at = (id: string, step: string) => ({ params: { ...linkOf(id).params, step } });

const sendStep = async (id: string, step: string, form: Readonly<Record<string, string>>) =>
  service.answer('public-act', formEvent(editStepForm, form, at(id, step)));

describe('a request that was sent is changed', () => {
  const where = { zip: '02139', travelUnit: 'miles', commuteMiles: '40', acceptsLodging: 'no' };

  test('by its own form: nothing of it changes until all is saved, and then it is matched again', async () => {
    const id = await aPerson('toedit');
    const before = await requestNow(service, id);
    expect((await open(statusPage, id)).body).toContain('/edit">Change your request</a>');
    expect((await open(editPage, id)).body).toContain('Change your request');
    const shown = await service.answer('public-read', anEvent(editStepPage, at(id, 'where')));
    expect(shown.body).toContain('value="02138"');

    const taken = await sendStep(id, 'where', { ...where, travelMiles: '90' });
    expect(taken.headers?.['location']).toMatch(/\/edit\/when$/);
    expect(await requestNow(service, id)).toEqual(before);

    expect((await open(editSendPage, id)).body).toContain('90 miles in a straight line');
    const unsure = await send(editSendForm, id, {});
    expect(unsure.statusCode).toBe(422);
    expect(await requestNow(service, id)).toEqual(before);

    const done = await send(editSendForm, id, { sure: 'yes' });
    expect(done.body).toContain('Your changes are saved.');
    const after = await requestNow(service, id);
    expect(after).toMatchObject({ status: 'confirmed', contact: before.contact, home: { zip: '02139' } });
    expect(after.wishes).toEqual({ ...before.wishes, travelMiles: 90 });
    // What was written is in the request now; another change begins with that.
    expect(await service.store.drafts.get('drf_edittoedit')).toBeNull();
    expect((await open(editPage, id)).statusCode).toBe(200);
  });

  test('but not into something that lacks an answer, and what was typed is kept', async () => {
    const id = await aPerson('wrongedit');
    const asked = await sendStep(id, 'where', { ...where, zip: '1' });
    expect(asked.statusCode).toBe(422);
    expect(asked.body).toContain('value="1"');
    const last = await send(editSendForm, id, { sure: 'yes' });
    expect(last.statusCode).toBe(422);
    expect(last.body).toContain('The ZIP code must be a ZIP code of five digits');
  });

  test('but not while sites are asked by it', async () => {
    const id = await aPerson('lateedit', 'approved');
    expect((await open(editPage, id)).statusCode).toBe(409);
    expect((await sendStep(id, 'where', where)).statusCode).toBe(409);
    expect((await open(statusPage, id)).body).not.toContain('Change your request');
  });

  test('and a change that was begun is erased with the request', async () => {
    const id = await aPerson('erasededit');
    await sendStep(id, 'where', where);
    expect(JSON.parse((await open(heldFile, id)).body ?? '')).toMatchObject({ drafts: [{ fields: { zip: '02139' } }] });
    await send(heldForm, id, { sure: 'yes' });
    expect(await service.store.drafts.get('drf_editerasededit')).toBeNull();
  });
});
