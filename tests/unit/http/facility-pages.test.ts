import { beforeAll, describe, expect, test } from 'vitest';
import {
  claimForm,
  claimPage,
  contactForm,
  facilityForm,
  facilityPage,
  findFacilityPage,
  profileForm,
  sampleBriefPage,
  siteForm,
  sitePage,
} from '../../../shared/contracts/facility-pages.ts';
import { termsIn } from '../../../shared/contracts/facility-form/read-form.ts';
import type { Route } from '../../../shared/contracts/route.ts';
import type { SiteOfferTerms } from '../../../shared/domain/site-offer.ts';
import { termsValues } from '../../../shared/html/facility/form-values.ts';
import { anOffer, someTerms, weekly } from '../../support/builders.ts';
import { formsIn } from '../../support/browser.ts';
import { contents, mailsAbout, offerNow, seatsTaken, seedOffer, seedSite, value } from '../../support/world.ts';
import { anEvent, formEvent } from './an-event.ts';
import { htmlFaults } from './html-faults.ts';
import { seedPlacement } from './seeds.ts';
import { aService, serviceOn, tokenFor, type Service } from './service.ts';

let service: Service;
beforeAll(async () => {
  service = await aService();
});

/** As the form lists the sources. */
const hipaa = { policy: 'evidence' as const, accepted: ['employer' as const, 'online' as const], refused: [] };

type Fields = Readonly<Record<string, string>>;

const params = (facilityId: string, more: Fields = {}) => ({
  token: tokenFor({ purpose: 'facility-access', subject: facilityId, version: 1 }),
  ...more,
});
const ofCt = (facilityId: string) => params(facilityId, { discipline: 'CT' });

const read = async (route: Route, change: { readonly params?: Fields; readonly query?: Fields }) => {
  const { statusCode, body = '' } = await service.answer('public-read', anEvent(route, change));
  expect(htmlFaults(body)).toEqual([]);
  return { statusCode, page: body };
};

const send = async (route: Route, form: Fields, parts: Fields = {}) => {
  const {
    statusCode,
    headers,
    body = '',
  } = await service.answer(route.served, formEvent(route, form, { params: parts }));
  if (statusCode !== 303) expect(htmlFaults(body)).toEqual([]);
  return { statusCode, page: body, to: headers?.['location'] };
};

/** What a form of a page sends if nobody touches it, found by a value that nobody fills in. */
const untouched = (page: string, hidden: string): Fields => {
  const form = formsIn(page, 'https://api.example.org').find(({ sent }) => Object.values(sent).includes(hidden));
  return Object.fromEntries(Object.entries(form?.sent ?? {}).filter(([, text]) => text !== ''));
};

const little: Fields = {
  'profile.name': 'Laurel Imaging (invented)',
  zip: '02139',
  'contact.name': 'Robin Sample',
  'contact.role': 'imaging manager',
  'contact.email': 'robin@laurel.example.org',
  'disciplines.CT': 'yes',
};

describe('a facility is found in the public list', () => {
  test('by words of its name near its ZIP code, and leads to a form that has both already', async () => {
    const { page } = await read(findFacilityPage, { query: { name: 'mass gen', zip: '02139' } });
    expect(page).toContain('Massachusetts General Hospital');
    const query = /claim\?([^"]+)"[^>]*>Massachusetts General Hospital/.exec(page)?.[1]?.replaceAll('&amp;', '&');
    const form = await read(claimPage, { query: Object.fromEntries(new URLSearchParams(query)) });
    expect(form.page).toMatch(/value="Massachusetts General Hospital"/);
    expect(form.page).toMatch(/name="zip"\s+value="02114"/);
  });

  test('and who is not in it enters it by hand, with what was looked for', async () => {
    const { page } = await read(findFacilityPage, { query: { name: 'Laurel Imaging (invented)', zip: '02139' } });
    expect(page).toContain('Not in the list');
    expect(page).toContain('/facility/claim?name=Laurel+Imaging+%28invented%29&amp;zip=02139');
  });
});

describe('a claim', () => {
  test('says what is wrong beside the field and first of all, and keeps what was typed', async () => {
    const { statusCode, page } = await send(claimForm, {
      step: 'look',
      'profile.name': '<Laurel>',
      zip: '1234',
      'disciplines.MRI': 'yes',
      'MRI.startsOn': '2027-03-01',
      'MRI.volumeByCategory': 'Chest: many',
      feeCents: 'a lot',
    });
    expect(statusCode).toBe(422);
    for (const [words, id] of [
      ['The ZIP code must be a ZIP code of five digits', 'zip'],
      ['Please write your name.', 'contact.name'],
      ['Please write the last day.', 'MRI.endsOn'],
      ['Each line needs the kind of exam, a colon and a whole number', 'MRI.volumeByCategory'],
      ['The fee must be a number.', 'feeCents'],
    ] as const) {
      expect(page.split(words)).toHaveLength(3);
      expect(page).toContain(`href="#facility-${id}"`);
      expect(page).toContain(`id="facility-${id}-error"`);
    }
    expect(page).toContain('value="&lt;Laurel&gt;"');
    // What is wrong is not folded away.
    expect(page).toMatch(/<details class="card" open>\s*<summary>\s*<h3>Fee, pay and housing/);
  });

  test('is shown with a sample of the brief before anything is sent, and may be changed', async () => {
    const before = await contents(service);
    const look = await send(claimForm, { ...little, step: 'look' });
    expect(look.statusCode).toBe(200);
    expect(look.page).toContain('Without dates nobody is matched with you');
    expect(look.page).toContain('You left 13 points open.');
    expect(look.page).toContain('Does the site require liability insurance?');
    expect((await send(claimForm, { ...little, step: 'send' })).page).toContain('Please tick the box first');
    expect((await send(claimForm, { ...little, step: 'change' })).page).toContain('value="robin@laurel.example.org"');
    expect(await contents(service)).toEqual(before);
  });

  test('of little is sent: what was left out is unknown, and its address is asked to confirm', async () => {
    const { statusCode, page } = await send(claimForm, { ...little, step: 'send', sure: 'yes' });
    expect(statusCode).toBe(200);
    expect(page).toContain('Please look into your mailbox');
    const [claimed] = value(await service.store.facilities.inStatus('claimed', null, 10)).items;
    expect(claimed).toMatchObject({ profile: { name: 'Laurel Imaging (invented)', setting: 'other' } });
    expect(await mailsAbout(service, claimed?.id ?? '')).toEqual(['confirm-facility']);
    const at = await service.store.facilities.withSites(claimed?.id ?? '');
    expect(at?.intakes).toEqual([]);
    expect(at?.siteOffers[0]?.terms).toEqual({
      ...someTerms(),
      windows: null,
      minWeeklyMinutes: 0,
      minBlockMinutes: 0,
      monthlyVolume: null,
      employeesOnly: 'unknown',
      affiliation: { demanded: 'unknown', ofOwnEmployeesToo: false },
      insurance: { required: 'unknown' },
      hipaa: { policy: 'unknown' },
      structuredEducationDemanded: 'unknown',
      supervisor: 'unknown',
      verifier: 'unknown',
      staffAgrees: 'unknown',
      feeCents: null,
      paysTrainee: 'unknown',
      housing: 'unknown',
    });
  });

  test('is answered the same for an address that is known already', async () => {
    const first = await send(claimForm, { ...little, step: 'send', sure: 'yes' });
    const unknown = { ...little, 'contact.email': 'nobody@laurel.example.org', step: 'send', sure: 'yes' };
    expect(await send(claimForm, unknown)).toEqual(first);
  });

  test('names an unknown ZIP code, and hours that overlap, beside their fields', async () => {
    const place = await send(claimForm, { ...little, zip: '00000', step: 'look' });
    expect(place.page).toContain('id="facility-zip-error"');
    const row = { 'windows.0.day': 'mon-fri', 'windows.0.from': '08:00', 'windows.0.to': '16:00' };
    const second = { 'windows.1.day': 'wed', 'windows.1.from': '12:00', 'windows.1.to': '18:00' };
    const hours = await send(claimForm, { ...little, ...row, ...second, step: 'look' });
    expect(hours.page.split('Two of these rows overlap.')).toHaveLength(3);
  });

  test('obeys the limit of forms', async () => {
    const limited = serviceOn({
      ...service,
      ports: { ...service.ports, formLimits: { perNetworkADay: 0, anHour: 100 } },
    });
    const before = await contents(service);
    const sent = formEvent(claimForm, { ...little, step: 'send', sure: 'yes' });
    expect((await limited.answer(claimForm.served, sent)).statusCode).toBe(429);
    expect(await contents(service)).toEqual(before);
  });
});

describe('what is kept in a form says the same when it is sent back', () => {
  test.each<readonly [string, Partial<SiteOfferTerms>]>([
    ['as it is', {}],
    [
      'with night shifts',
      { windows: [...weekly('mon tue wed', '22:00', '06:00'), ...weekly('sat', '00:00', '00:00')] },
    ],
    [
      'with every demand',
      {
        insurance: {
          required: 'yes',
          perClaimCents: 100_000_000,
          aggregateCents: 300_000_050,
          policyTypes: ['occurrence'],
          ofOwnEmployeesToo: true,
        },
        hipaa: { policy: 'evidence', accepted: ['employer'], refused: ['online', 'unspecified'] },
        volumeByCategory: { 'spine: lumbar': 12, chest: 0 },
        affiliation: { demanded: 'yes', ofOwnEmployeesToo: true },
      },
    ],
    [
      'of one who says nothing',
      { windows: null, monthlyVolume: null, feeCents: null, insurance: { required: 'unknown' }, optedIn: false },
    ],
  ])('%s', (_, change) => {
    const terms = someTerms({ hipaa, ...change });
    expect(termsIn(termsValues(terms))).toEqual(terms);
  });
});

describe('seats and conditions of a discipline', () => {
  test('change nothing where no field was touched, whichever button is pressed', async () => {
    const { intake } = await seedSite(service, { facilityId: 'fac_untouched' });
    const before = await contents(service);
    const { page } = await read(sitePage, { params: ofCt('fac_untouched') });
    for (const action of ['terms', 'change', 'add']) {
      const { statusCode, to } = await send(siteForm, untouched(page, action), ofCt('fac_untouched'));
      expect([action, statusCode, String(to).endsWith('?done=unchanged')]).toEqual(
        action === 'add' ? [action, 422, false] : [action, 303, true],
      );
    }
    const profile = await read(facilityProfile, { params: params('fac_untouched') });
    expect((await send(profileForm, untouched(profile.page, '1'), params('fac_untouched'))).to).toContain('unchanged');
    expect((await send(contactForm, { version: '1' }, params('fac_untouched'))).statusCode).toBe(422);
    expect(await contents(service)).toEqual(before);
    expect(page).toContain(intake.id);
  });

  test('are saved, and the page then says so', async () => {
    await seedSite(service, { facilityId: 'fac_terms' });
    const { page } = await read(sitePage, { params: ofCt('fac_terms') });
    const form = { ...untouched(page, 'terms'), feeCents: '250', housing: 'some', volumeByCategory: 'Chest: 120' };
    const { statusCode, to } = await send(siteForm, form, ofCt('fac_terms'));
    expect(statusCode).toBe(303);
    expect((await service.store.siteOffers.get('fac_terms-CT'))?.terms).toEqual(
      someTerms({ hipaa, feeCents: 25_000, housing: 'some', volumeByCategory: { Chest: 120 } }),
    );
    const done = { done: new URL(`https://x${String(to)}`).searchParams.get('done') ?? '' };
    expect((await read(sitePage, { params: ofCt('fac_terms'), query: done })).page).toContain('Saved.');
    expect((await read(sitePage, { params: ofCt('fac_terms'), query: { done: '<b>' } })).statusCode).toBe(200);

    // Sent again from the window of before: what was written is kept, and nothing replaced unseen.
    const late = await send(siteForm, { ...form, feeCents: '300' }, ofCt('fac_terms'));
    expect(late.statusCode).toBe(422);
    expect(late.page).toContain('changed in the meantime');
    expect(late.page).toMatch(/name="feeCents"\s+value="300"/);
  });

  test('in a new discipline begin with the tick that it takes part', async () => {
    await seedSite(service, { facilityId: 'fac_more' });
    const mri = params('fac_more', { discipline: 'MRI' });
    expect((await send(siteForm, { action: 'terms' }, mri)).page).toContain('Please tick that you take part first.');
    expect((await send(siteForm, { action: 'terms', optedIn: 'yes' }, mri)).statusCode).toBe(303);
    expect((await service.store.siteOffers.get('fac_more-MRI'))?.terms.optedIn).toBe(true);
    const none = await read(sampleBriefPage, { params: params('fac_more', { discipline: 'VS' }) });
    expect(none.statusCode).toBe(404);
  });

  test('are added, changed and ended as dated seats; whoever has a seat keeps it', async () => {
    await seedPlacement(service, 'seats', {});
    const link = ofCt('fac_seats');
    const added = await send(siteForm, { action: 'add', startsOn: '2027-05-03', endsOn: '2027-07-30' }, link);
    expect(added.statusCode).toBe(303);
    const over = await send(siteForm, { action: 'add', startsOn: '2026-05-03', endsOn: '2026-07-30' }, link);
    expect(over.page.split('The last day is over.')).toHaveLength(3);
    const wrong = await send(siteForm, { action: 'add', startsOn: '2027-05-03', endsOn: '2027-04-30' }, link);
    expect(wrong.page).toContain('id="add-endsOn-error"');

    const { page } = await read(sitePage, { params: link });
    expect(page).toContain('May 3, 2027');
    const change = untouched(page, 'fac_seats-CT-k3f9');
    const closed = await send(siteForm, { ...change, seats: '5', closed: 'yes' }, link);
    expect(closed.statusCode).toBe(303);
    expect(await service.store.intakes.get('fac_seats-CT-k3f9')).toMatchObject({ seats: 5, closed: true, version: 2 });
    expect(await seatsTaken(service, 'fac_seats-CT-k3f9')).toBe(1);
    const other = { ...change, version: '2', intakeId: 'fac_more-CT-k3f9', seats: '9' };
    expect((await send(siteForm, other, link)).statusCode).toBe(404);
  });

  test('never go below the seats that are taken', async () => {
    await seedSite(service, { facilityId: 'fac_full', intake: { seats: 3, seatsTaken: 0 } });
    for (const number of [1, 2])
      await seedOffer(
        service,
        anOffer({
          id: `req_full-${number}`,
          requestId: 'req_full',
          facilityId: 'fac_full',
          intakeId: 'fac_full-CT-k3f9',
        }),
      );
    const { page } = await read(sitePage, { params: ofCt('fac_full') });
    const form = { ...untouched(page, 'fac_full-CT-k3f9'), seats: '1' };
    const { statusCode, page: again } = await send(siteForm, form, ofCt('fac_full'));
    expect(statusCode).toBe(422);
    expect(again).toContain('2 of its seats are taken');
    expect(again).toContain('id="change-fac_full-CT-k3f9-seats-error"');
  });
});

const facilityProfile = { ...profileForm, method: 'GET', served: 'public-read' } as const;

describe('the dashboard', () => {
  test('takes what the facility says of itself, and the days without mail', async () => {
    await seedSite(service, { facilityId: 'fac_profile' });
    const { page } = await read(facilityProfile, { params: params('fac_profile') });
    const form = {
      ...untouched(page, '1'),
      'profile.directIntroductions': 'yes',
      'quietDays.0.from': '2027-07-01',
      'quietDays.0.to': '2027-07-03',
      'quietDays.1.from': '2027-12-24',
    };
    expect((await send(profileForm, form, params('fac_profile'))).statusCode).toBe(303);
    expect((await service.store.facilities.get('fac_profile'))?.profile).toMatchObject({
      directIntroductions: true,
      quietDays: ['2027-07-01', '2027-07-02', '2027-07-03', '2027-12-24'],
    });
    const wrong = { ...form, 'profile.name': '', 'quietDays.0.to': '2027-12-31', version: '2' };
    const { statusCode, page: again } = await send(profileForm, wrong, params('fac_profile'));
    expect(statusCode).toBe(422);
    expect(again).toContain('Please write the facility’s name.');
    expect(again).toContain('The list of days must have at most 30 entries.');
  });

  test('names another contact only with a tick; the links of before then end', async () => {
    await seedSite(service, { facilityId: 'fac_contact' });
    const contact = {
      version: '1',
      'contact.name': 'Jesse Sample',
      'contact.role': 'lead technologist',
      'contact.email': 'jesse@birch.example.org',
    };
    const unsure = await send(contactForm, contact, params('fac_contact'));
    expect(unsure.page).toContain('Please tick the box first');
    expect(unsure.page).toContain('value="jesse@birch.example.org"');
    const changed = await send(contactForm, { ...contact, sure: 'yes' }, params('fac_contact'));
    expect(changed.page).toContain('Your own links do not work any more.');
    expect((await service.store.facilities.get('fac_contact'))?.status).toBe('claimed');
    expect(await mailsAbout(service, 'fac_contact')).toEqual(['confirm-facility']);
    expect((await read(facilityPage, { params: params('fac_contact') })).statusCode).toBe(401);
  });

  test('ends all links, its own among them', async () => {
    await seedSite(service, { facilityId: 'fac_links' });
    const { page } = await send(facilityForm, { action: 'end-links', sure: 'yes' }, params('fac_links'));
    expect(page).toContain('All links are ended');
    expect(await mailsAbout(service, 'fac_links')).toEqual(['facility-access']);
    expect((await read(facilityPage, { params: params('fac_links') })).statusCode).toBe(401);
  });

  test('cancels a placement, with a word to the coordinator', async () => {
    await seedPlacement(service, 'calledOff', { status: 'introduced' });
    const form = { action: 'cancel', offerId: 'req_calledOff-1', comment: 'Our scanner is broken.' };
    const unsure = await send(facilityForm, form, params('fac_calledOff'));
    expect(unsure.page).toContain('Please tick the box first');
    expect(unsure.page).toContain('Our scanner is broken.');
    const { page } = await send(facilityForm, { ...form, sure: 'yes' }, params('fac_calledOff'));
    expect(page).toContain('The placement is cancelled.');
    expect(await offerNow(service, 'req_calledOff-1')).toMatchObject({
      status: 'cancelled',
      comment: 'Our scanner is broken.',
    });
  });

  test('leads to a sample of the brief, which tells the facility’s own seats and open points, and no person', async () => {
    await seedSite(service, { facilityId: 'fac_sampled', terms: { feeCents: null } });
    const { page } = await read(sampleBriefPage, { params: ofCt('fac_sampled') });
    expect(page).toContain('The technologist in it is invented');
    expect(page).toContain('January 4, 2027, to March 26, 2027');
    expect(page).toContain('How much is the site&#39;s fee? It is not known yet.');
    expect(page).toContain('Your training hours: Mon–Fri 8 AM to 4 PM.');
    expect(page).not.toMatch(/Nobody \(invented\)|<form/);
  });
});
