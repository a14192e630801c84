import { answerBrief } from '../../shared/contracts/brief.ts';
import { readRequest } from '../../shared/contracts/technologist.ts';
import type { Discipline } from '../../shared/domain/discipline.ts';
import { milesBetween } from '../../shared/domain/distance.ts';
import type { Point } from '../../shared/domain/primitives.ts';
import { loadPlaces } from '../../shared/geo/places.ts';
import type { SimulatedHost } from '../import/simulate-hosts.ts';
import { LaptopProblem } from '../problem.ts';
import { approve, ask, review, showBrief } from './acts.ts';
import { evenings, person, regularShift, wishes, workdays, type Applicant } from './cast.ts';
import { expectThat, found } from './expect.ts';
import { done, tell, title } from './print.ts';
import type { Stage } from './stage.ts';
import { caseOf, confirmEmployment } from './steps.ts';
import { addProgram } from './story.ts';

/** How far Dana would go. */
const shortWay = 20;

const termsOf = (host: SimulatedHost, discipline: Discipline) =>
  host.siteOffers.find((offer) => offer.discipline === discipline)?.terms;

/** Does a host take somebody without asking for anything that the cast lacks? Questions may stay open. */
const isWilling = (host: SimulatedHost, discipline: Discipline): boolean => {
  const terms = termsOf(host, discipline);
  return (
    terms !== undefined &&
    terms.windows?.some(({ day, from, to }) => day === 'mon' && from === '07:00' && to === '15:30') === true &&
    terms.monthlyVolume !== 0 &&
    terms.supervisor !== 'no' &&
    terms.verifier !== 'no' &&
    terms.staffAgrees !== 'no' &&
    terms.employeesOnly !== 'yes' &&
    terms.affiliation.demanded !== 'yes' &&
    (terms.feeCents ?? 0) <= 100_000
  );
};

/** How many other willing hosts of a discipline are within 30 miles. */
const neighbors = (hosts: readonly SimulatedHost[], host: SimulatedHost, discipline: Discipline): number => {
  const { point } = host.facility.place;
  if (point === null) return 0;
  return hosts.filter(({ facility, ...other }) => {
    const there = facility.place.point;
    return there !== null && milesBetween(point, there) <= 30 && isWilling({ facility, ...other }, discipline);
  }).length;
};

/** The host with the most willing neighbors among the first ones: where the cast lives. */
const busiest = (hosts: readonly SimulatedHost[], discipline: Discipline): SimulatedHost => {
  const some = hosts.filter((host) => host.facility.place.point !== null && isWilling(host, discipline)).slice(0, 200);
  const ranked = some
    .map((host) => ({ host, count: neighbors(hosts, host, discipline) }))
    .toSorted((one, other) => other.count - one.count);
  return found(ranked[0]?.host, `a hospital that takes trainees in ${discipline}`);
};

const milesTo = (point: Point, { facility }: SimulatedHost): number =>
  facility.place.point === null ? Infinity : milesBetween(point, facility.place.point);

/** A ZIP code farther than Dana would go from every host of a discipline, but not out of all reach of one of them. */
const remoteZip = (hosts: readonly SimulatedHost[], near: SimulatedHost, discipline: Discipline): string => {
  const places = loadPlaces('shared/geo/zip-points.bin');
  const offering = hosts.filter((host) => termsOf(host, discipline) !== undefined);
  for (let number = 501; number < 100_000; number += 1) {
    const zip = String(number).padStart(5, '0');
    const point = places.locate(zip)?.point ?? null;
    if (point !== null && milesTo(point, near) < 100 && offering.every((host) => milesTo(point, host) > shortWay))
      return zip;
  }
  throw new LaptopProblem(`No ZIP code is ${shortWay} miles from every host that offers ${discipline}.`);
};

const castAround = (
  stage: Stage,
  hosts: readonly SimulatedHost[],
  { employer, affiliated }: { readonly employer: SimulatedHost; readonly affiliated: SimulatedHost },
  programId: string,
) => {
  const { today } = stage;
  const free = [...evenings, ...workdays.map((day) => ({ day, from: '07:00', to: '15:30' }))];
  const lenient = { maxChargesCents: 100_000, requiredCategories: [], availability: free };
  const { readiness } = wishes(today, {});
  return {
    employee: {
      contact: person('Alex Invented'),
      zip: employer.facility.place.zip,
      wishes: wishes(today, {
        ...lenient,
        availability: evenings,
        employment: {
          facilityId: employer.facility.id,
          name: employer.facility.profile.name,
          regularHours: { kind: 'weekly', windows: regularShift },
          adjustment: { status: 'not-asked' },
          contactConsent: 'yes',
          nameInBrief: false,
          hipaaTrained: true,
        },
      }),
    },
    student: {
      contact: person('Blair Invented'),
      zip: affiliated.facility.place.zip,
      wishes: wishes(today, { ...lenient, discipline: 'MRI', programId }),
    },
    neither: {
      contact: person('Casey Invented'),
      zip: employer.facility.place.zip,
      wishes: wishes(today, lenient),
    },
    notYet: {
      contact: person('Dana Invented'),
      zip: remoteZip(hosts, affiliated, 'MRI'),
      wishes: wishes(today, {
        ...lenient,
        discipline: 'MRI',
        travelMiles: shortWay,
        acceptsLodging: 'yes',
        readiness: { ...readiness, insurance: { cover: null, willBuy: 'no' } },
      }),
    },
  } satisfies Record<string, Applicant>;
};

/** Approves, lets the host answer yes where it wants a brief, and waits for the introduction. */
const introduce = async (
  stage: Stage,
  hosts: readonly SimulatedHost[],
  requestId: string,
  applicant: Applicant,
): Promise<void> => {
  const { candidates } = await caseOf(stage, requestId);
  if (candidates.length === 0)
    throw new LaptopProblem(
      `No site is open to ${applicant.contact.name}: the job needs more hospitals near each other, or another --seed.`,
    );
  await approve(stage, requestId, 1);
  const { offers } = await caseOf(stage, requestId);
  const offer = found(offers[0], 'the offer');
  const host = found(
    hosts.find(({ facility }) => facility.id === offer.facilityId),
    'the host of the offer',
  );
  if (offer.status === 'made') {
    const token = await showBrief(stage, host.facility.contact.email, applicant);
    await stage.client.call(answerBrief, { token, body: { answer: 'yes' } });
    done(`${host.facility.profile.name} said yes`);
  } else done(`${host.facility.profile.name} takes direct introductions: no brief`);
  await stage.wait(16);
  const token = await stage.linkIn(applicant.contact.email, 'status');
  const status = await stage.client.call(readRequest, { token });
  expectThat(
    status.offers[0]?.facility?.email === host.facility.contact.email,
    `${applicant.contact.name} is introduced to ${host.facility.profile.name}`,
  );
  done(`Introduced: ${applicant.contact.name} and ${host.facility.profile.name}\n`);
};

/** The same job with thousands of hosts: who lives where follows from the file, the seed and the order of its rows. */
export const playRealStory = async (stage: Stage, hosts: readonly SimulatedHost[]): Promise<void> => {
  const employer = busiest(hosts, 'CT');
  const affiliated = busiest(hosts, 'MRI');
  title('Technologists ask');
  const programId = await addProgram(stage, affiliated.facility.id);
  const { employee, student, neither, notYet } = castAround(stage, hosts, { employer, affiliated }, programId);
  const ids = {
    employee: await ask(stage, employee),
    student: await ask(stage, student),
    neither: await ask(stage, neither),
    notYet: await ask(stage, notYet),
  };
  await confirmEmployment(stage, ids.employee);

  title('The coordinator reviews');
  await review(stage, ids.employee, { name: employee.contact.name, tracks: ['employer'] });
  await review(stage, ids.student, { name: student.contact.name, tracks: ['program'] });
  await review(stage, ids.neither, { name: neither.contact.name, tracks: ['other-provider'] });
  await review(stage, ids.notYet, { name: notYet.contact.name, tracks: [], nearMisses: 1 });

  title('Offers, answers, introductions');
  await introduce(stage, hosts, ids.employee, employee);
  await introduce(stage, hosts, ids.student, student);
  await introduce(stage, hosts, ids.neither, neither);
  tell('Dana Invented waits: the near misses above say what would open a site.');
};
