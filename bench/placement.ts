import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Context } from 'aws-lambda';
import type * as z from 'zod';
import { coordinatorApi } from '../functions/coordinator-api/handler.ts';
import { facilityAct } from '../functions/facility-act/handler.ts';
import { publicAct } from '../functions/public-act/handler.ts';
import { publicRead } from '../functions/public-read/handler.ts';
import { randomIds } from '../functions/random-ids.ts';
import { startDynamoDb } from '../local/dynamodb/dynamodb.ts';
import * as coordinator from '../shared/contracts/coordinator.ts';
import * as facilityPages from '../shared/contracts/facility-pages.ts';
import * as pages from '../shared/contracts/pages.ts';
import type { Route } from '../shared/contracts/route.ts';
import { submitRequest } from '../shared/contracts/technologist.ts';
import { later } from '../shared/domain/durations.ts';
import { digestOf } from '../shared/domain/facility.ts';
import type { Mail } from '../shared/domain/mail.ts';
import { loadPlaces } from '../shared/geo/places.ts';
import { deliverMail } from '../shared/email/deliver.ts';
import { recordEmailEvent } from '../shared/email/record-event.ts';
import { networkKeys } from '../shared/links/network-keys.ts';
import { personKeys } from '../shared/links/person-keys.ts';
import { type Link, linkTokens } from '../shared/links/tokens.ts';
import { createStore, type StoreSettings } from '../shared/store/store.ts';
import { runDeadlines } from '../shared/usecases/deadlines.ts';
import { matchRequest } from '../shared/usecases/match-request.ts';
import type { Ports } from '../shared/usecases/ports.ts';
import { aFacility, aSite, now, someWishes } from '../tests/support/builders.ts';
import { createTable } from '../tests/support/create-table.ts';
import { aDesk } from '../tests/support/mail-samples.ts';
import { type EventChange, formEvent, jsonEvent, anEvent } from '../tests/unit/http/an-event.ts';
import { added, type Cost, meter, noCost } from './consumed-capacity.ts';
import { shown } from './measure.ts';
import type { Bench, Row } from './table.ts';

const mostWrites = 40;
const mostReads = 30;

/** As the stages have it. */
const periods = { confirmHours: 72, answerDays: 7, reminders: 2, undoMinutes: 15, sweepMinutes: 5 };

const secret = { current: 'k1', keys: new Map([['k1', 'an invented key of this bench'.repeat(2)]]) };
const secretSource = () => Promise.resolve(secret);
const silent = { info: () => {}, error: () => {} };

/** The service on a table of its own, with nobody but one facility in it, and a meter on all it does there. */
const openService = async (endpoint: string) => {
  const connection = { endpoint, region: 'us-east-1', credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' } };
  const [client, observer] = [new DynamoDBClient(connection), new DynamoDBClient(connection)];
  const tableName = await createTable(observer);
  const metered = meter(client, observer, tableName);
  const time = { now };
  const clock = { now: () => new Date(time.now) };
  const settings: StoreSettings = {
    client,
    tableName,
    clock,
    cursorKey: () => Promise.resolve('a key of this bench'),
    quarantine: (item, issue) => {
      throw new Error(`${item}: ${issue}`);
    },
  };
  const store = createStore(settings);
  const ports: Ports = {
    store,
    clock,
    ids: randomIds,
    places: loadPlaces(join(import.meta.dirname, '../shared/geo/zip-points.bin')),
    personKeys: personKeys(secretSource),
    networkKeys: networkKeys(secretSource),
    formLimits: { perNetworkADay: 40, anHour: 600 },
    periods,
    matching: { detourFactor: 1.3, milesPerHour: 50, restMinutes: 30 },
    budget: { maxOpenBriefs: 3, maxBriefsAMonth: 8, restDaysAfterNo: 60 },
  };
  return {
    ports,
    /** For what is only shown. */
    reading: { store: createStore({ ...settings, relaxed: true }), clock },
    take: metered.take,
    pass: (days: number): void => {
      time.now = later(time.now, days, 'day');
    },
    close: (): void => {
      client.destroy();
      observer.destroy();
    },
  };
};

/** A route that answers in JSON. */
type JsonRoute<Body extends z.ZodType> = Route & { readonly success: { readonly body: Body } };

type Service = Awaited<ReturnType<typeof openService>>;

const signedIn = (change: EventChange): EventChange => ({ groups: '[coordinator]', ...change });

/** What people and the clock do to it, as its functions are called by API Gateway, queues and schedules. */
const actorsOf = ({ ports, reading }: Service) => {
  const { store, clock } = ports;
  const handlers = {
    'public-read': publicRead({
      ports: reading,
      stated: ports.matching,
      publicList: { find: () => [] },
      secretSource,
      log: silent,
      coordinatorEmail: 'coordinator@example.org',
    }),
    'public-act': publicAct({ ports, stated: ports.matching, secretSource, log: silent }),
    'facility-act': facilityAct({ ports, secretSource, log: silent }),
    'coordinator-api': coordinatorApi({ ports, log: silent }),
  };
  const send = async ({ served }: Route, event: ReturnType<typeof anEvent>): Promise<string> => {
    const handler = new Map(Object.entries(handlers)).get(served);
    if (handler === undefined) throw new Error(`A placement needs no ${served}.`);
    const answer = await handler(event, {} as Context, new AbortController());
    if (answer?.statusCode === undefined || answer.statusCode >= 300)
      throw new Error(`${event.routeKey} answered ${answer?.statusCode}: ${answer?.body}`);
    return answer.body ?? '';
  };
  const answerOf = async <Body extends z.ZodType>(
    route: JsonRoute<Body>,
    event: ReturnType<typeof anEvent>,
  ): Promise<z.infer<Body>> => route.success.body.parse(JSON.parse(await send(route, event)));
  const tokenOf = (link: Link): string => linkTokens(secret).issue(link, later(clock.now().toISOString(), 30, 'day'));
  const deliver = deliverMail({
    store,
    clock,
    personKeys: personKeys(secretSource),
    postbox: { send: async () => ({ is: 'accepted', sesMessageId: 'an-id-of-ses' }) },
    desk: async () => aDesk,
    pause: async () => {},
  });
  const record = recordEmailEvent({ store, clock });
  return {
    call: async <Body extends z.ZodType>(route: JsonRoute<Body>, body: unknown) =>
      answerOf(route, jsonEvent(route, body, { headers: { 'idempotency-key': 'one-press' } })),
    decide: async <Body extends z.ZodType>(
      route: JsonRoute<Body>,
      body: unknown,
      params: Readonly<Record<string, string>>,
    ) => {
      const headers = { 'idempotency-key': `one-press-${route.id}` };
      return answerOf(route, jsonEvent(route, body, signedIn({ params, headers })));
    },
    look: async <Body extends z.ZodType>(route: JsonRoute<Body>, params: Readonly<Record<string, string>> = {}) =>
      answerOf(route, anEvent(route, signedIn({ params }))),
    open: async (route: Route, link: Link) => send(route, anEvent(route, { params: { token: tokenOf(link) } })),
    fill: async (route: Route, link: Link, form: Readonly<Record<string, string>>) =>
      send(route, formEvent(route, form, { params: { token: tokenOf(link) } })),
    /** A mail leaves and arrives: the worker that sends it, and the event with which SES tells of it. */
    mail: async ({ id: mailId }: Mail) => {
      const outcome = await deliver(mailId);
      if (outcome !== 'sent') throw new Error(`${mailId}: ${outcome}`);
      await record({
        detail: {
          eventType: 'Delivery',
          mail: { messageId: 'an-id-of-ses', tags: { 'mail-id': [mailId], 'ses:configuration-set': ['bench'] } },
        },
      });
    },
  };
};

const facilityId = 'fac_birch';

/** An open facility with one site offer and one intake, as a claim and a vetting leave it. */
const seed = async ({ ports: { store } }: Service): Promise<void> => {
  const facility = aFacility({ id: facilityId });
  const { offer, intake } = aSite({ facilityId, facility: digestOf(facility) });
  const done = await store.commit([
    store.facilities.create(facility),
    store.siteOffers.create(offer),
    store.intakes.create(intake),
  ]);
  if (!done.ok) throw new Error(done.refusal.code);
  await store.directory.rebuild('CT');
};

interface Step {
  readonly name: string;
  readonly cost: Cost;
}

/** One placement from the form to its end, nobody being in doubt and nothing going wrong; what every step cost. */
const live = async (service: Service): Promise<Step[]> => {
  const { call, decide, look, open, fill, mail } = actorsOf(service);
  const { ports } = service;
  const steps: Step[] = [];
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const done = await work();
    steps.push({ name, cost: service.take() });
    return done;
  };
  /** Whatever mails the last step queued. */
  const mails = async (...subjects: readonly string[]) => {
    const about = await Promise.all(subjects.map(async (id) => ports.store.outbox.ofSubject(id)));
    const queued = about.flat().filter(({ status }) => status === 'pending');
    service.take();
    for (const each of queued) await step(`mail: ${each.kind}`, async () => mail(each));
  };
  const requestNow = async () => {
    const request = await ports.store.requests.get(requestId);
    if (request === null) throw new Error('The request is gone.');
    service.take();
    return request;
  };
  const offerNow = async () => {
    const offer = await ports.store.offers.get(`${requestId}-1`);
    if (offer === null) throw new Error('The offer is gone.');
    service.take();
    return offer;
  };
  service.take();

  const { requestId } = await step('submit', async () =>
    call(submitRequest, {
      contact: { name: 'Alder Example', email: 'alder@example.org', phone: '617-555-0101' },
      zip: '02115',
      wishes: someWishes({ introductionConsent: { scope: 'ask-each-time' } }),
    }),
  );
  const offerId = `${requestId}-1`;
  const statusLink: Link = { purpose: 'request-access', subject: requestId, version: 1 };
  const facilityLink: Link = { purpose: 'facility-access', subject: facilityId, version: 1 };
  await mails(requestId);
  await step('confirm', async () => {
    const link: Link = { purpose: 'confirm-request', subject: requestId, version: 1 };
    await open(pages.confirmPage, link);
    await fill(pages.confirmForm, link, { confirmed: 'yes' });
  });
  await mails(requestId);
  await step('match', async () => matchRequest(ports)(requestId));
  const { version } = await requestNow();
  await step('approve', async () => {
    await look(coordinator.listRequests);
    const { candidates } = await look(coordinator.readCase, { requestId });
    await decide(
      coordinator.approveRequest,
      { version, shortlist: [candidates[0]?.intakeId], reason: null },
      { requestId },
    );
  });
  await step('directory: a seat less', async () => ports.store.directory.keep(facilityId, 'CT'));
  await mails(requestId, offerId);
  await step('answer yes', async () => {
    const link: Link = { purpose: 'answer', subject: offerId, version: 1 };
    await open(facilityPages.answerPage, link);
    await fill(facilityPages.answerForm, link, { choice: 'yes' });
  });
  await mails(requestId, offerId);
  await step('consent', async () => {
    await open(pages.statusPage, statusLink);
    await fill(pages.statusForm, statusLink, { action: 'consent', offerId, sure: 'yes' });
  });
  service.pass(1);
  await step('introduce', async () => runDeadlines(ports)());
  await mails(requestId, offerId);
  await step('start', async () => {
    await fill(pages.statusForm, statusLink, { action: 'start', offerId, sure: 'yes' });
    await fill(facilityPages.facilityForm, facilityLink, { action: 'start', offerId, sure: 'yes' });
  });
  await mails(requestId, offerId);
  const { version: offerVersion } = await offerNow();
  await step('complete', async () => decide(coordinator.recordCompletion, { version: offerVersion }, { offerId }));
  await mails(requestId, offerId);
  return steps;
};

const unitsOf = ({ writes, reads }: Pick<Cost, 'writes' | 'reads'>): string =>
  `${shown(writes)} write units, ${shown(reads, 1)} read units`;

const rowOf = ({ name, cost }: Step): Row => ({
  target: 'P7',
  what: name,
  measured: unitsOf(cost),
  beside: `DynamoDB Local says ${shown(cost.reportedWrites)}; ${cost.calls} calls`,
  result: '',
  reached: null,
});

/** The whole life, and what of it is written for each kind of item. */
const totalsOf = (steps: readonly Step[]): Row[] => {
  const total = steps.reduce((sum, { cost }) => added(sum, cost), noCost);
  const kinds = [...total.byKind].toSorted(([, a], [, b]) => b - a);
  return [
    ...kinds.map(([kind, writes]) => ({
      target: 'P7',
      what: `of it: items “${kind}”`,
      measured: `${shown(writes)} write units`,
      beside: '',
      result: '',
      reached: null,
    })),
    {
      ...rowOf({ name: 'a placement’s whole life', cost: total }),
      result: `(≤ ${mostWrites} and ≤ ${mostReads})`,
      reached: total.writes <= mostWrites && total.reads <= mostReads,
    },
  ];
};

/**
 * P7: what one placement costs the table, from the form to its end, step by step.
 *
 * Read units are those that DynamoDB Local reports. Write units are computed from the sizes of the items as the cloud
 * bills them (twice in a transaction, condition checks too, and every entry of an index).
 */
export const placementBench: Bench = {
  name: 'placement',
  run: async () => {
    const { endpoint, stop } = await startDynamoDb();
    try {
      const service = await openService(endpoint);
      await seed(service);
      const steps = await live(service);
      service.close();
      return [...steps.map(rowOf), ...totalsOf(steps)];
    } finally {
      await stop();
    }
  },
};
