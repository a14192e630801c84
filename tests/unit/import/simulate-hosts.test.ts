import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { readCmsHospitals, type CmsHospital } from '../../../local/import/cms-hospitals.ts';
import { simulateHosts } from '../../../local/import/simulate-hosts.ts';
import { firstBreak } from '../../../shared/domain/audit.ts';
import { Facility } from '../../../shared/domain/facility.ts';
import { overlapAmong } from '../../../shared/domain/schedule.ts';
import { Intake, SiteOffer } from '../../../shared/domain/site-offer.ts';
import { zipPointsFile } from '../../../shared/geo/generate-zip-points.ts';
import { loadPlaces } from '../../../shared/geo/places.ts';

const places = loadPlaces(zipPointsFile);
const now = '2027-01-04T13:00:00.000Z';
const settings = { seed: 'seven', now, places };

const hospital = (number: number, more: Partial<CmsHospital> = {}): CmsHospital => ({
  ccn: String(number).padStart(6, '0'),
  name: `Hospital ${number}`,
  street: '1 Main St',
  zip: '36301',
  type: number % 3 === 0 ? 'Critical Access Hospitals' : 'Acute Care Hospitals',
  ownership: 'Proprietary',
  line: number + 1,
  ...more,
});
const hospitals = Array.from({ length: 400 }, (_, index) => hospital(index + 1));
const { hosts } = simulateHosts(hospitals, settings);
const siteOffers = hosts.flatMap((host) => host.siteOffers);
const intakes = hosts.flatMap((host) => host.intakes);

const reads = (values: readonly unknown[]) => [...new Set(values.map((value) => JSON.stringify(value)))].toSorted();

const offersPerHost = (type: string) => {
  const ofType = hosts.filter((_, index) => hospitals[index]?.type === type);
  return ofType.flatMap((host) => host.siteOffers).length / ofType.length;
};

describe('simulated hosts', () => {
  test('are open, marked as simulated and valid', () => {
    for (const { facility } of hosts) {
      expect(Facility.parse(facility)).toEqual(facility);
      expect(facility).toMatchObject({ status: 'open', simulated: true });
    }
    expect(siteOffers.map((offer) => SiteOffer.parse(offer))).toEqual(siteOffers);
    expect(intakes.map((intake) => Intake.parse(intake))).toEqual(intakes);
  });

  test('do not contradict themselves', () => {
    expect(siteOffers.filter(({ terms }) => overlapAmong('windows', terms.windows ?? []) !== null)).toEqual([]);
  });

  test('begin whole audit chains', () => {
    for (const { facility, siteOffers: offered, intakes: dated, audit } of hosts) {
      expect(audit.map(({ of, hash }) => [of, hash])).toEqual(
        [facility, ...offered, ...dated].map(({ id, auditHash }) => [id, auditHash]),
      );
      expect(audit.filter((line) => firstBreak([line]) !== null)).toEqual([]);
    }
  });

  test('name nobody: addresses that no mail reaches, no telephone', () => {
    for (const { facility } of hosts) {
      expect(facility.contact.email).toMatch(/^placement\.[0-9a-z]{6}@example\.org$/);
      expect(facility.contact.phone).toBeNull();
    }
  });

  test('are the same again from the same seed, and others from another', () => {
    expect(simulateHosts(hospitals, settings).hosts).toEqual(hosts);
    expect(simulateHosts(hospitals, { ...settings, seed: 'eight' }).hosts).not.toEqual(hosts);
  });

  test('do not depend on the other rows of the file', () => {
    expect(simulateHosts(hospitals.slice(100, 101), settings).hosts).toEqual(hosts.slice(100, 101));
    expect(simulateHosts(hospitals.toReversed(), settings).hosts).toEqual(hosts.toReversed());
  });

  test('offer every discipline, and small hospitals less than large ones', () => {
    expect(reads(siteOffers.map(({ discipline }) => discipline))).toHaveLength(8);
    expect(offersPerHost('Critical Access Hospitals')).toBeLessThan(offersPerHost('Acute Care Hospitals'));
  });

  test('bring every rule each of its answers', () => {
    const terms = siteOffers.map((offer) => offer.terms);
    expect(reads(terms.map(({ employeesOnly }) => employeesOnly))).toEqual(['"no"', '"unknown"', '"yes"']);
    expect(reads(terms.map(({ affiliation }) => affiliation.demanded))).toEqual(['"no"', '"unknown"', '"yes"']);
    expect(reads(terms.map((term) => term.insurance.required))).toEqual(['"no"', '"unknown"', '"yes"']);
    expect(reads(terms.map((term) => term.hipaa.policy))).toHaveLength(4);
    expect(reads(terms.map(({ supervisor }) => supervisor))).toHaveLength(4);
    expect(reads(terms.map(({ housing }) => housing))).toHaveLength(4);
    for (const said of [
      terms.map(({ windows }) => windows === null),
      terms.map(({ monthlyVolume }) => monthlyVolume === null),
      terms.map(({ feeCents }) => feeCents === null),
      terms.map(({ feeCents }) => feeCents === 0),
    ])
      expect(reads(said)).toEqual(['false', 'true']);
  });

  test('have seats that start in the near future and are all free', () => {
    for (const intake of intakes) {
      expect(intake.startsOn > '2027-01-17' && intake.startsOn < '2027-07-01').toBe(true);
      expect(intake.endsOn > intake.startsOn).toBe(true);
      expect(intake).toMatchObject({ seatsTaken: 0, closed: false });
    }
  });

  test('of one federal owner have one legal employer', () => {
    const veterans = [1, 2].map((number) => hospital(number, { ownership: 'Veterans Health Administration' }));
    const employers = simulateHosts(veterans, settings).hosts.map(({ facility }) => facility.profile.legalEmployer);
    expect(employers).toEqual(Array(2).fill('U.S. Department of Veterans Affairs'));
  });

  test('whose ZIP has no point are listed, and have no made-up place', () => {
    const lost = [hospital(1, { zip: '99506' }), hospital(2, { zip: '00000' }), hospital(3)];
    const simulation = simulateHosts(lost, settings);
    expect(simulation.withoutPoint).toEqual(lost.slice(0, 2));
    expect(simulation.hosts.map(({ facility }) => facility.place.point === null)).toEqual([true, true, false]);
  });
});

/** The list as CMS publishes it: beside the project where it was fetched; the project does not need it. */
const published = new URL('../../../../shared/data/cms_hospital_general_information.csv', import.meta.url);

describe.skipIf(!existsSync(published))('the list as published (skipped where ../shared/data is absent)', () => {
  test('5,421 rows are read, 5 reported as duplicates, all others placed or listed', async () => {
    const { rows, hospitals: real, problems } = await readCmsHospitals(createReadStream(published));
    expect(rows).toBe(5421);
    expect(problems).toHaveLength(5);
    for (const { message } of problems) expect(message).toContain('repeats the hospital of line');
    expect(real).toHaveLength(5416);
    const simulation = simulateHosts(real, settings);
    const placed = simulation.hosts.filter(({ facility }) => facility.place.point !== null);
    expect(placed.length + simulation.withoutPoint.length).toBe(5416);
    expect(simulation.withoutPoint.map(({ zip }) => zip)).toEqual(['99506', '72405']);
    for (const host of simulation.hosts) {
      Facility.parse(host.facility);
      for (const offer of host.siteOffers) SiteOffer.parse(offer);
      for (const intake of host.intakes) Intake.parse(intake);
    }
    expect(new Set(simulation.hosts.map(({ facility }) => facility.id)).size).toBe(5416);
  });

  test('a damaged copy loses the damaged rows only', async () => {
    const lines = readFileSync(published, 'utf8')
      .split('\n')
      .map((line, index) => (index > 0 && index % 100 === 0 ? line.replace(',', ',"') : line));
    const damaged = await readCmsHospitals(Readable.from([Buffer.from(lines.join('\n'))]));
    expect(damaged.rows).toBe(5421);
    expect(damaged.problems.filter(({ message }) => message.includes('quote')).map(({ line }) => line)).toEqual(
      Array.from({ length: 54 }, (_, index) => (index + 1) * 100 + 1),
    );
  });
});
