import { replyToQuestion, holdRequest, readCase } from '../../shared/contracts/coordinator.ts';
import { createProgram } from '../../shared/contracts/upkeep.ts';
import { reportStartAsFacility } from '../../shared/contracts/facility.ts';
import { answerBrief, askAboutBrief } from '../../shared/contracts/brief.ts';
import { readRequest, reportStartAsTechnologist } from '../../shared/contracts/technologist.ts';
import { approve, ask, optIn, review, showBrief } from './acts.ts';
import { daysAfter, hosts, person, regularShift, wishes, type Applicant } from './cast.ts';
import { expectThat, found } from './expect.ts';
import { done, tell, title } from './print.ts';
import type { Stage } from './stage.ts';
import { confirmEmployment } from './steps.ts';

interface Sites {
  readonly hospital: string;
  readonly imagingCenter: string;
}

const openSites = async (stage: Stage): Promise<Sites> => {
  title('Facilities opt in');
  const { hospital, imagingCenter, smallClinic, medicalCenter } = hosts(stage.today);
  const evidence = 'called back on the number of the public list';
  const sites = {
    hospital: await optIn(stage, hospital, evidence),
    imagingCenter: await optIn(stage, imagingCenter, evidence),
  };
  await optIn(stage, smallClinic, evidence);
  await optIn(stage, medicalCenter, evidence);
  return sites;
};

/** An educational program that is affiliated with one site and covers its students there. */
export const addProgram = async (stage: Stage, facilityId: string): Promise<string> => {
  const { programId } = await stage.client.call(createProgram, {
    token: stage.coordinator,
    body: {
      name: 'Example Valley College, advanced imaging',
      affiliations: [{ facilityId, disciplines: ['MRI'], validTo: daysAfter(stage.today, 700) }],
      cover: {
        perClaimCents: 100_000_000,
        aggregateCents: 300_000_000,
        policyType: 'occurrence',
        validFrom: daysAfter(stage.today, -100),
        validTo: daysAfter(stage.today, 700),
      },
      allowsContact: 'yes',
      allowsEmployerTime: 'yes',
      chargeCents: 20_000,
      housing: 'none',
      providesVerifier: true,
    },
  });
  done('Example Valley College: program added, affiliated with one site, with cover for its students');
  return programId;
};

const cast = ({ today }: Stage, { hospital }: Sites, programId: string) => {
  const own = {
    perClaimCents: 100_000_000,
    aggregateCents: 300_000_000,
    policyType: 'occurrence',
    validFrom: daysAfter(today, -30),
    validTo: daysAfter(today, 500),
  } as const;
  const { readiness } = wishes(today, {});
  return {
    employee: {
      contact: person('Alex Invented'),
      zip: '52240',
      wishes: wishes(today, {
        employment: {
          facilityId: hospital,
          name: 'Cedar Hollow Regional Hospital',
          regularHours: { kind: 'weekly', windows: regularShift },
          adjustment: { status: 'not-asked' },
          contactConsent: 'yes',
          nameInBrief: true,
          hipaaTrained: true,
        },
      }),
    },
    student: {
      contact: person('Blair Invented'),
      zip: '52402',
      wishes: wishes(today, { discipline: 'MRI', programId, requiredCategories: ['head'] }),
    },
    neither: {
      contact: person('Casey Invented'),
      zip: '52240',
      wishes: wishes(today, { readiness: { ...readiness, insurance: { cover: own, willBuy: 'unknown' } } }),
    },
    notYet: {
      contact: person('Dana Invented'),
      zip: '52240',
      wishes: wishes(today, {
        discipline: 'MRI',
        acceptsLodging: 'yes',
        requiredCategories: [],
        readiness: { ...readiness, insurance: { cover: null, willBuy: 'no' } },
      }),
    },
  } satisfies Record<string, Applicant>;
};

const introductionReached = async (stage: Stage, applicant: Applicant, mailbox: string): Promise<void> => {
  await stage.wait(16);
  const token = await stage.linkIn(applicant.contact.email, 'status');
  const { offers } = await stage.client.call(readRequest, { token });
  const introduced = offers.find(({ facility }) => facility !== null);
  const facility = found(introduced?.facility, `${applicant.contact.name} knows the facility after the introduction`);
  expectThat(facility.email === mailbox, `the introduction names ${mailbox}`);
  done(
    `Introduced: ${applicant.contact.name} and ${facility.contactName} (${facility.name}) have each other's contact`,
  );
};

/** The employer's site: a question, a reply, yes, the introduction, and both sides say that it starts. */
const placeEmployee = async (stage: Stage, requestId: string, applicant: Applicant): Promise<void> => {
  const { client, coordinator } = stage;
  const { contact } = hosts(stage.today).hospital;
  await approve(stage, requestId, 1);
  const question = await showBrief(stage, contact.email, applicant);
  await client.call(askAboutBrief, { token: question, body: { question: 'Could this start two weeks later?' } });
  const asked = await client.call(readCase, { token: coordinator, params: { requestId } });
  const offer = found(asked.offers[0], 'the offer');
  await client.call(replyToQuestion, {
    token: coordinator,
    params: { offerId: offer.id },
    body: { version: offer.version, reply: 'Yes, any Monday of the intake works.' },
  });
  done('Cedar Hollow asked a question; the coordinator replied, and the brief came again');
  const answer = await stage.linkIn(contact.email, 'answer');
  await client.call(answerBrief, { token: answer, body: { answer: 'yes' } });
  done('Cedar Hollow said yes');
  await introductionReached(stage, applicant, contact.email);

  const offerId = offer.id;
  await client.call(reportStartAsTechnologist, {
    token: await stage.linkIn(applicant.contact.email, 'status'),
    params: { offerId },
  });
  await client.call(reportStartAsFacility, {
    token: await stage.linkIn(contact.email, 'facility'),
    params: { offerId },
  });
  const { request } = await client.call(readCase, { token: coordinator, params: { requestId } });
  expectThat(request.status === 'placed', `${applicant.contact.name} is placed once both sides say that it starts`);
  done(`${applicant.contact.name} is placed: both sides say that it starts`);
};

const placeStudent = async (stage: Stage, requestId: string, applicant: Applicant): Promise<void> => {
  const { contact } = hosts(stage.today).imagingCenter;
  await approve(stage, requestId, 1);
  const token = await showBrief(stage, contact.email, applicant);
  await stage.client.call(answerBrief, { token, body: { answer: 'yes' } });
  done('Prairie Lantern said yes');
  await introductionReached(stage, applicant, contact.email);
};

/** A no: the next site of the approved shortlist is tried by itself, here one that takes introductions without a brief. */
const placeAfterDecline = async (stage: Stage, requestId: string, applicant: Applicant): Promise<void> => {
  const { hospital, smallClinic } = hosts(stage.today);
  await approve(stage, requestId, 2);
  const token = await stage.linkIn(hospital.contact.email, 'answer');
  await stage.client.call(answerBrief, { token, body: { answer: 'no', reason: 'staff', comment: null } });
  await stage.settle();
  const { offers } = await stage.client.call(readCase, { token: stage.coordinator, params: { requestId } });
  expectThat(
    offers.map(({ status }) => status).join() === 'declined,accepted',
    `the decline makes the next offer, not ${offers.map(({ status }) => status).join()}`,
  );
  done('Cedar Hollow said no (staff); the next site was tried by itself: Small Creek takes direct introductions');
  await introductionReached(stage, applicant, smallClinic.contact.email);
};

const holdForNow = async (stage: Stage, requestId: string, applicant: Applicant): Promise<void> => {
  const { request } = await stage.client.call(readCase, { token: stage.coordinator, params: { requestId } });
  const { status } = await stage.client.call(holdRequest, {
    token: stage.coordinator,
    params: { requestId },
    body: { version: request.version, reason: 'No site is open yet. Insurance and a longer way would open one.' },
  });
  expectThat(status === 'on-hold', `${applicant.contact.name}'s request is on hold`);
  done(`${applicant.contact.name}: on hold, and told what would change it`);
};

/** The whole job with invented people: four facilities, a program, four technologists. */
export const playStory = async (stage: Stage): Promise<void> => {
  const sites = await openSites(stage);
  const programId = await addProgram(stage, sites.imagingCenter);
  const { employee, student, neither, notYet } = cast(stage, sites, programId);

  title('Technologists ask');
  const ids = {
    employee: await ask(stage, employee),
    student: await ask(stage, student),
    neither: await ask(stage, neither),
    notYet: await ask(stage, notYet),
  };
  await confirmEmployment(stage, ids.employee);
  done("The employer confirmed that Alex Invented works there (it decides on liability in the employee's own hours)");

  title('The coordinator reviews');
  await review(stage, ids.employee, { name: employee.contact.name, tracks: ['employer'] });
  await review(stage, ids.student, { name: student.contact.name, tracks: ['program'] });
  await review(stage, ids.neither, { name: neither.contact.name, tracks: ['other-provider', 'other-provider'] });
  await review(stage, ids.notYet, { name: notYet.contact.name, tracks: [], nearMisses: 1 });

  title('Offers, answers, introductions');
  await placeEmployee(stage, ids.employee, employee);
  tell('');
  await placeStudent(stage, ids.student, student);
  tell('');
  await placeAfterDecline(stage, ids.neither, neither);
  tell('');
  await holdForNow(stage, ids.notYet, notYet);
};
