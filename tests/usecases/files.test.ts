import { beforeEach, describe, expect, test } from 'vitest';
import { firstBreak } from '../../shared/domain/audit.ts';
import { exportFacilities, exportRequests } from '../../shared/usecases/files/export-files.ts';
import { importFacilities, planImport } from '../../shared/usecases/files/import-facilities.ts';
import { confirmFacility } from '../../shared/usecases/confirm-facility.ts';
import { pauseFacility } from '../../shared/usecases/pause-facility.ts';
import { aRequest } from '../support/builders.ts';
import { aWorld, coordinator, facilityContact, seedRequest, seedSite, value, type World } from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld();
});

const plan = async (content: string) => planImport(world.ports)({ name: 'f.csv', content });
const take = async (content: string, seen?: string) =>
  importFacilities(world.ports)({ name: 'f.csv', content }, seen ?? (await plan(content)).digest, coordinator);
const csv = (...lines: readonly string[]): string => lines.join('\n');

const newFacility = csv(
  'facility,name,setting,zip,contactName,contactRole,contactEmail,discipline,optedIn,windows,intake,startsOn,endsOn,seats',
  'fac_rowan,Rowan Imaging (invented),imaging-center,02139,Kim Rowan,Imaging manager,kim@rowan.example.org,CT,yes,mon 08:00-16:00,win27,2027-01-11,2027-05-28,2',
);

describe('a file that was taken out', () => {
  beforeEach(async () => {
    await seedSite(world);
    await seedSite(world, { facilityId: 'fac_cedar', profile: { name: '=Cedar; -1+1 (invented)' } });
  });

  test.each(['facilities', 'site-offers', 'intakes', 'sites'] as const)(
    'changes nothing when %s come back',
    async (file) => {
      const content = value(await exportFacilities(world.ports)(file, {}));
      const { steps, problems, unchanged } = await plan(content);
      expect({ steps, problems }).toEqual({ steps: [], problems: [] });
      expect(unchanged).toBeGreaterThan(1);
    },
  );

  test('holds no contact, and begins no cell with a formula', async () => {
    const content = value(await exportFacilities(world.ports)('sites', {}));
    expect(content).not.toContain('@');
    expect(content).toContain(`"'=Cedar; '-1+1 (invented)"`);
  });

  test('is of one state of the country, or of facilities in one status', async () => {
    expect(value(await exportFacilities(world.ports)('facilities', { state: 'CA' }))).not.toContain('fac_birch');
    expect(value(await exportFacilities(world.ports)('facilities', { status: 'open' }))).toContain('fac_birch');
    expect(value(await exportFacilities(world.ports)('facilities', { status: 'left' }))).not.toContain('fac_birch');
  });

  test('tells of requests what was sought, and nothing of the person', async () => {
    const request = aRequest();
    await seedRequest(world, request);
    const content = value(await exportRequests(world.ports)());
    expect(content).toContain(request.id);
    for (const secret of [request.contact.name, request.contact.email, request.home.zip, request.personKey])
      expect(content).not.toContain(secret);
  });
});

describe('a file that says something else', () => {
  beforeEach(async () => {
    await seedSite(world);
  });

  test('changes just what it has columns for, field by field, as its preview says', async () => {
    const content = csv('facility,discipline,fee,monthlyVolume', 'fac_birch,CT,250,');
    const { steps } = await plan(content);
    expect(steps).toMatchObject([
      {
        kind: 'site-offer',
        of: 'fac_birch-CT',
        line: 2,
        fields: [
          { field: 'monthlyVolume', to: null },
          { field: 'fee', to: 250 },
        ],
      },
    ]);
    const before = await world.store.siteOffers.get('fac_birch-CT');
    expect(await take(content)).toMatchObject({ is: 'done', taken: 1, refused: [], plan: { steps: [] } });
    const after = await world.store.siteOffers.get('fac_birch-CT');
    expect(after?.terms).toEqual({ ...before?.terms, feeCents: 25_000, monthlyVolume: null });
    const chain = await world.store.audit.of('fac_birch-CT');
    expect(chain.at(-1)).toMatchObject({ action: 'put', actor: coordinator.actor });
  });

  test('changes a facility and what it offers at once, and its offers say the same of it', async () => {
    const content = csv('facility,name,discipline,fee', 'fac_birch,Birch East (invented),CT,10');
    expect(await take(content)).toMatchObject({ is: 'done', taken: 2, plan: { steps: [] } });
    const found = await world.store.facilities.withSites('fac_birch');
    expect(found?.facility.profile.name).toBe('Birch East (invented)');
    expect(found?.siteOffers).toMatchObject([
      { facility: { name: 'Birch East (invented)' }, terms: { feeCents: 1000 } },
    ]);
  });

  test('adds dated seats under the mark that it names, and once however often it comes', async () => {
    const content = csv(
      'facility,discipline,intake,startsOn,endsOn,seats',
      'fac_birch,CT,fall27,2027-09-01,2027-12-17,3',
    );
    const { digest } = await plan(content);
    const both = await Promise.all([take(content, digest), take(content, digest)]);
    expect(both.map(({ plan: left }) => left.steps)).toEqual([[], []]);
    expect(await world.store.intakes.get('fac_birch-CT-fall27')).toMatchObject({ seats: 3, version: 1 });
    expect(firstBreak(await world.store.audit.of('fac_birch-CT-fall27'))).toBeNull();
    expect(await take(content, digest)).toMatchObject({ is: 'changed' });
  });

  test('does nothing when something changed since it was looked at', async () => {
    const content = csv('facility,discipline,fee', 'fac_birch,CT,250');
    const { digest } = await plan(content);
    value(await pauseFacility(world.ports)({ facilityId: 'fac_birch' }, facilityContact('fac_birch')));
    expect(await take(content, digest)).toMatchObject({ is: 'changed', plan: { steps: [{ of: 'fac_birch-CT' }] } });
    expect((await world.store.siteOffers.get('fac_birch-CT'))?.terms.feeCents).not.toBe(25_000);
  });
});

describe('a facility that is new', () => {
  test('is a claim like any other: confirmed by its contact, then vetted, and open to nobody before', async () => {
    expect((await plan(newFacility)).steps).toMatchObject([{ kind: 'new-facility', name: 'Rowan Imaging (invented)' }]);
    expect(await take(newFacility)).toMatchObject({ is: 'done', taken: 1, refused: [], plan: { steps: [] } });
    expect(await world.store.facilities.get('fac_rowan')).toMatchObject({ status: 'claimed', simulated: false });
    expect(await world.store.outbox.ofSubject('fac_rowan')).toMatchObject([{ kind: 'confirm-facility' }]);
    expect(await world.store.intakes.get('fac_rowan-CT-win27')).toMatchObject({ seats: 2 });
    await world.store.directory.keep('fac_rowan', 'CT');
    expect((await world.store.directory.openSites('CT', { latest: true })).all()).toEqual([]);
    value(await confirmFacility(world.ports)({ facilityId: 'fac_rowan' }, facilityContact('fac_rowan')));
    expect(await world.store.facilities.get('fac_rowan')).toMatchObject({ status: 'awaiting-vetting' });
  });

  test('takes part in nothing that the file does not say', async () => {
    await take(newFacility.replace('optedIn,', '').replace(',CT,yes,', ',CT,'));
    expect((await world.store.siteOffers.get('fac_rowan-CT'))?.terms.optedIn).toBe(false);
  });
});

describe('what is refused is named by line and field, and of its facility nothing is taken in', () => {
  beforeEach(async () => {
    await seedSite(world);
    await seedSite(world, { facilityId: 'fac_left', status: 'left' });
    await seedSite(world, { facilityId: 'fac_ended', terms: { optedIn: false } });
  });

  test.each([
    ['a column that there is not', csv('facility,colour', 'fac_birch,red'), 1, 'colour', 'there is no such field'],
    ['no facility', csv('name', 'Birch'), 1, null, 'there is no column "facility"'],
    ['a wrong value', csv('facility,discipline,fee', 'fac_birch,CT,much'), 2, 'fee', /number/],
    ['terms of no discipline', csv('facility,fee', 'fac_birch,1'), 2, 'discipline', 'is missing'],
    [
      'two rows that contradict',
      csv('facility,name', 'fac_birch,A', 'fac_birch,B'),
      3,
      'name',
      /is not what line 2 says/,
    ],
    [
      'a new facility without a contact',
      csv('facility,name,setting,zip', 'fac_new1,N,hospital,02139'),
      2,
      'contactName',
      'is missing: this facility is new',
    ],
    ['a ZIP that there is not', csv('facility,zip', 'fac_birch,00000'), 2, 'zip', /no place/],
    ['another contact', csv('facility,contactEmail', 'fac_birch,eve@example.org'), 2, 'contactEmail', /vetted again/],
    [
      'a health system',
      csv('facility,healthSystem', 'fac_birch,sys_other'),
      2,
      'healthSystem',
      'is changed at the health system',
    ],
    ['opting in for who ended it', csv('facility,discipline,optedIn', 'fac_ended,CT,yes'), 2, 'optedIn', /only it can/],
    ['a facility that left', csv('facility,name', 'fac_left,Back (invented)'), 2, null, /"left"/],
    [
      'an intake of nothing',
      csv('facility,discipline,intake,startsOn,endsOn,seats', 'fac_birch,MRI,win27,2027-01-11,2027-05-28,2'),
      2,
      'discipline',
      /offers nothing/,
    ],
    [
      'dates that end before they start',
      csv('facility,discipline,intake,endsOn', 'fac_birch,CT,k3f9,2020-01-01'),
      2,
      'endsOn',
      /before/,
    ],
  ])('%s', async (_, content, line, field, detail) => {
    const { steps, problems } = await plan(content);
    expect(problems[0]).toEqual({
      file: 'f.csv',
      line,
      field,
      detail: expect.stringMatching(detail) as string,
    });
    expect(steps).toEqual([]);
  });

  test('while the others are taken in', async () => {
    const content = csv('facility,name', 'fac_birch,Birch East (invented)', 'fac_left,Back (invented)');
    expect(await take(content)).toMatchObject({ is: 'done', taken: 1, plan: { problems: [{ line: 3 }] } });
    expect((await world.store.facilities.get('fac_birch'))?.profile.name).toBe('Birch East (invented)');
  });

  test('fewer seats than are taken', async () => {
    await seedSite(world, { facilityId: 'fac_full', intake: { seats: 2, seatsTaken: 2 } });
    const { problems } = await plan(csv('facility,discipline,intake,seats', 'fac_full,CT,k3f9,1'));
    expect(problems).toMatchObject([
      { line: 2, field: 'seats', detail: expect.stringContaining('2 are taken') as string },
    ]);
  });
});
