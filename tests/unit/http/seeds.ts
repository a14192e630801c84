import type { Facility } from '../../../shared/domain/facility.ts';
import { mailingId } from '../../../shared/domain/mailing.ts';
import type { Offer } from '../../../shared/domain/offer.ts';
import type { RequestStatus } from '../../../shared/domain/placement-request.ts';
import { lineIdOf, type RoundLine } from '../../../shared/domain/round.ts';
import {
  aMail,
  aDraft,
  anEmployment,
  aHealthSystem,
  anOffer,
  aProgram,
  aRequest,
  aRound,
  now,
} from '../../support/builders.ts';
import { seedOffer, seedRequest, seedSite, value, type World } from '../../support/world.ts';
import { requestFields } from '../../support/request-fields.ts';

/*
 * Something of its own for every route that acts on something, named for the route: `req_editRequest`,
 * `fac_pauseFacility`, `req_answerBrief-1`. So the events can be sent in any order.
 */

const inStatus: Partial<Record<RequestStatus, readonly string[]>> = {
  submitted: ['confirmRequest', 'confirmPage', 'confirmForm'],
  'in-review': [
    'readRequest',
    'editRequest',
    'sendMailAgain',
    'closeMail',
    'withdrawRequest',
    'endRequestLinks',
    'endLinksOfRequest',
    'statusPage',
    'statusForm',
    'editPage',
    'editStepPage',
    'editStepForm',
    'editSendPage',
    'editSendForm',
    'helpPage',
    'heldPage',
    'heldFile',
    'heldForm',
    'exportRequest',
    'eraseRequest',
    'readCase',
    'approveRequest',
    'rejectRequest',
    'holdRequest',
    'noteEmployment',
    'ruleOnSite',
    'settleNamedSite',
    'approveRound',
  ],
  'on-hold': ['resumeRequest'],
};

const facilitiesIn: Partial<Record<Facility['status'], readonly string[]>> = {
  claimed: ['confirmFacility'],
  'awaiting-vetting': ['vetFacility'],
  open: [
    'readFacility',
    'editFacility',
    'changeFacilityContact',
    'pauseFacility',
    'leaveFacility',
    'endFacilityLinks',
    'endLinksOfFacility',
    'putSiteOffer',
    'addIntake',
    'editIntake',
    'facilityPage',
    'facilityForm',
    'profilePage',
    'profileForm',
    'contactPage',
    'contactForm',
    'sitePage',
    'siteForm',
    'sampleBriefPage',
    'readFacilityCase',
    'approveRequest',
    'approveRound',
  ],
  paused: ['resumeFacility'],
};

const aFirstVersion = { version: 1, updatedAt: now, auditHash: '' };
const aQuestion = { question: 'Are evening shifts possible?', askedAt: now, reply: null, repliedAt: null };
const accepted = { status: 'accepted', linkVersion: 2 } as const;

const offers: Readonly<Record<string, Parameters<typeof anOffer>[0]>> = {
  consentToIntroduction: { ...accepted, technologistConsent: 'awaited' },
  takeBackConsent: accepted,
  reportStartAsTechnologist: { status: 'introduced' },
  reportStartAsFacility: { status: 'introduced' },
  reportEndAsTechnologist: { status: 'started' },
  reportEndAsFacility: { status: 'started' },
  cancelOfferAsFacility: { status: 'introduced' },
  readBrief: {},
  answerBrief: {},
  undoAnswer: accepted,
  askAboutBrief: {},
  answerPage: {},
  answerForm: {},
  cancelOffer: {},
  recordStart: { status: 'introduced' },
  recordCompletion: { status: 'started' },
  recordNoShow: { status: 'introduced' },
  replyToQuestion: { questions: [aQuestion] },
};

/** A facility with a site offer, an intake and an offer for it, and the request that the offer is for. */
export const seedPlacement = async (
  world: World,
  name: string,
  change: Parameters<typeof anOffer>[0],
): Promise<Offer> => {
  const facilityId = `fac_${name}`;
  const requestId = `req_${name}`;
  await seedSite(world, { facilityId });
  const { status } = anOffer(change);
  await seedRequest(
    world,
    aRequest({
      id: requestId,
      status: status === 'started' ? 'placed' : 'approved',
      personKey: `person-${name}`,
      offersMade: 1,
    }),
  );
  return seedOffer(
    world,
    anOffer({ ...change, id: `${requestId}-1`, requestId, facilityId, intakeId: `${facilityId}-CT-k3f9` }),
  );
};

/** A round that proposes one pair, and that a coordinator has not decided on. */
const seedRound = async ({ store }: World, name: string): Promise<void> => {
  const digest = `lines of ${name}`;
  const requestId = `req_${name}`;
  const line: RoundLine = {
    id: lineIdOf('CT', requestId),
    requestId,
    discipline: 'CT',
    requestVersion: 1,
    waitingSince: now,
    today: { candidates: null, sitesTried: 0 },
    outcome: 'placed',
    intakeId: `fac_${name}-CT-k3f9`,
    facilityId: `fac_${name}`,
    facilityName: 'Birch Imaging (invented)',
    choice: 1,
    tier: 'other',
    alongside: [],
  };
  await store.rounds.keepLines(digest, [line]);
  const results = [{ part: 'CT', digest, placed: 1, unplaced: 0 }];
  value(
    await store.commit([store.rounds.create(aRound({ status: 'proposed', id: `rnd_${name}`, results, next: null }))]),
  );
};

export const seedForEvents = async (world: World): Promise<void> => {
  for (const [status, names] of Object.entries(inStatus))
    for (const name of names)
      await seedRequest(
        world,
        aRequest({
          id: `req_${name}`,
          status: status as RequestStatus,
          personKey: `person-${name}`,
          wishes: {
            employment: name === 'noteEmployment' ? anEmployment({ facilityId: null }) : null,
            namedSite: { name: 'Rowan Hospital (invented)', town: 'Springfield', email: null },
          },
        }),
      );
  for (const [status, names] of Object.entries(facilitiesIn))
    for (const name of names)
      await seedSite(world, {
        facilityId: `fac_${name}`,
        status: status as Facility['status'],
        discipline: name === 'putSiteOffer' ? 'MRI' : 'CT',
      });
  for (const name of ['draftPage', 'draftStepPage', 'draftStepForm', 'draftSendPage', 'draftSendForm'])
    value(
      await world.store.commit([
        world.store.drafts.create(
          // A step that was written shows its answers chosen; what is opened here must choose nothing by itself.
          aDraft({
            id: `drf_${name}`,
            fields: name === 'draftStepPage' ? {} : requestFields,
            expiresAt: '2027-06-01T00:00:00.000Z',
          }),
        ),
      ]),
    );
  for (const [name, change] of Object.entries(offers)) await seedPlacement(world, name, change);
  for (const name of ['readRound', 'readRoundLines', 'approveRound', 'discardRound']) await seedRound(world, name);
  const { store } = world;
  value(
    await store.commit([
      store.programs.create(aProgram({ id: 'prg_editProgram' })),
      store.healthSystems.create(aHealthSystem({ id: 'sys_editHealthSystem' })),
      ...['sendMailAgain', 'closeMail'].map((name) =>
        store.outbox.enqueue(
          aMail({ subject: `req_${name}`, status: 'failed', trouble: 'Not taken: MessageRejected' }),
        ),
      ),
      ...['unsubscribePage', 'unsubscribeForm'].map((name) =>
        store.outbox.enqueue(
          aMail({ kind: 'brief', subject: `req_${name}-1`, status: 'sent', addressId: `sup_${name}` }),
        ),
      ),
      store.suppressions.create({
        ...aFirstVersion,
        id: 'sup_liftSuppression',
        scope: 'all',
        cause: 'hard-bounce',
        since: now,
        mailId: null,
        reason: null,
      }),
      // Its routes change one item, in the order of their names: resumed first, then stopped, then a kind switched.
      store.mailing.create({
        ...aFirstVersion,
        id: mailingId,
        brake: { cause: 'bounces', since: now, reason: null },
        countsFrom: now,
        kindsOff: [],
        reason: null,
      }),
    ]),
  );
};
