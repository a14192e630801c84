import type { ConsumedCapacity } from '@aws-sdk/client-dynamodb';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startDynamoDb } from '../local/dynamodb/dynamodb.ts';
import { digestOf } from '../shared/domain/facility.ts';
import { findCandidates } from '../shared/matching/find-candidates.ts';
import { reachOf } from '../shared/matching/reach.ts';
import { directoryKeeper } from '../shared/store/directory/keeper.ts';
import { directoryReader } from '../shared/store/directory/reader.ts';
import { readCurrent } from '../shared/store/directory/items.ts';
import { createStore } from '../shared/store/store.ts';
import { aContext, aFacility, aPlace, aRequest, aSite, now } from '../tests/support/builders.ts';
import { createTable } from '../tests/support/create-table.ts';
import { cpuMilliseconds, shown, shownTime, warmCpuMilliseconds } from './measure.ts';
import { facilityAt, middle } from './spiral-country.ts';
import type { Bench, Row } from './table.ts';

const countries = [500, 5_000, 50_000] as const;
const mostReads = 1;

/** Lives in the middle, and would go 50 miles: near misses reach to the border of the smallest country. */
const request = aRequest({ home: aPlace({ zip: '66967', point: middle }), wishes: { travelMiles: 50 } });
const context = aContext();
const reach = reachOf(request, context);

interface Bill {
  calls: number;
  reads: number;
  writes: number;
}

const noBill = (): Bill => ({ calls: 0, reads: 0, writes: 0 });

/** Counts the calls of a client, one after the other, and the units that DynamoDB says each consumed. */
const billed = (endpoint: string) => {
  const client = new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
  });
  let bill = noBill();
  client.middlewareStack.add(
    (send, { commandName = '' }) =>
      async (args) => {
        Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
        const done = await send(args);
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every command of these stores has it
        const { ConsumedCapacity: consumed } = done.output as { ConsumedCapacity?: ConsumedCapacity };
        bill.calls += 1;
        bill[/^(Put|Delete)/.test(commandName) ? 'writes' : 'reads'] += consumed?.CapacityUnits ?? 0;
        return done;
      },
    { step: 'initialize', name: 'bill' },
  );
  const of = async (work: () => Promise<unknown>): Promise<Bill> => {
    bill = noBill();
    await work();
    return { ...bill };
  };
  return { client, of };
};

const complain = (item: string, issue: string): never => {
  throw new Error(`${item}: ${issue}`);
};

interface Measured {
  readonly facilities: number;
  readonly warm: Bill;
  readonly latest: Bill;
  readonly cold: Bill;
  readonly coldCpu: number;
  readonly aroundCpu: number;
  readonly verdictsCpu: number;
  readonly change: Bill;
  readonly baseBytes: number;
  readonly found: string;
  readonly inReach: number;
}

const measure = async (endpoint: string, facilities: number): Promise<Measured> => {
  const { client, of } = billed(endpoint);
  const tableName = await createTable(client);
  const storeNow = () =>
    createStore({
      client,
      tableName,
      clock: { now: () => new Date(now) },
      quarantine: complain,
      cursorKey: () => Promise.reject(new Error('no pages here')),
    });
  const source = { documents: DynamoDBDocumentClient.from(client), tableName, quarantine: complain };
  const keeper = directoryKeeper(source, directoryReader(source));
  await keeper.add(
    'CT',
    Array.from({ length: facilities }, (_, index) => facilityAt(index)),
  );

  // One facility that is really there, in the middle, and changes.
  const keeping = storeNow();
  const facility = aFacility({ id: 'fac_changing', place: aPlace({ point: middle }) });
  const { offer, intake } = aSite({ facilityId: facility.id, facility: digestOf(facility) });
  await keeping.commit([
    keeping.facilities.create(facility),
    keeping.siteOffers.create(offer),
    keeping.intakes.create(intake),
  ]);
  await keeping.directory.keep(facility.id, 'CT');
  const keepsASeat = async (): Promise<Bill> => {
    await keeping.commit([keeping.intakes.takeSeat(intake)]);
    return of(() => keeping.directory.keep(facility.id, 'CT'));
  };
  const change = await keepsASeat();

  const looking = storeNow();
  const before = process.threadCpuUsage();
  const cold = await of(async () => (await looking.directory.openSites('CT')).around(reach));
  const spent = process.threadCpuUsage(before);
  const open = await looking.directory.openSites('CT');
  const { sites, beyond } = open.around(reach);
  const matching = findCandidates(request, sites, context, beyond);
  const lookup = async (latest: boolean) => {
    const found = (await looking.directory.openSites('CT', { latest })).around(reach);
    return findCandidates(request, found.sites, context, found.beyond);
  };
  const measured = {
    facilities,
    warm: await of(() => lookup(false)),
    latest: await of(() => lookup(true)),
    cold,
    coldCpu: (spent.user + spent.system) / 1000,
    aroundCpu: warmCpuMilliseconds(3, () => open.around(reach)),
    verdictsCpu: cpuMilliseconds(() => findCandidates(request, sites, context, beyond)),
    change,
    baseBytes: (await readCurrent(source, 'CT'))?.size ?? 0,
    found: JSON.stringify([matching.candidates, matching.nearMisses]),
    inReach: sites.length,
  };
  client.destroy();
  return measured;
};

const units = (amount: number): string => `${shown(amount, 1)} read units`;
const trips = ({ calls }: Bill): string => (calls === 1 ? '1 round trip' : `${calls} round trips`);

const rowsOf = (measured: Measured, same: boolean): Row[] => {
  const { facilities, warm, latest, cold, change, baseBytes, inReach } = measured;
  const country = `${shown(facilities)} facilities`;
  const bytes = baseBytes / facilities;
  return [
    {
      target: 'P3',
      what: `${country}: a warm lookup, up to complete verdicts`,
      measured: `${units(warm.reads)}, ${trips(warm)}`,
      beside: `the latest: ${units(latest.reads)}, ${trips(latest)}`,
      result: `(≤ ${mostReads}, 1 round trip), ${inReach} sites in reach, ${same ? 'the same verdicts' : 'OTHER VERDICTS'}`,
      reached: warm.reads <= mostReads && latest.reads <= mostReads && warm.calls === 1 && latest.calls === 1 && same,
    },
    {
      target: 'P3',
      what: `${country}: processor time of it`,
      measured: `finds the sites in ${shownTime(measured.aroundCpu)}`,
      beside: `verdicts on them ${shownTime(measured.verdictsCpu)}`,
      result: '',
      reached: null,
    },
    {
      target: 'P3',
      what: `${country}: a cold one`,
      measured: `${units(cold.reads)}, ${trips(cold)}`,
      beside: `${shown(baseBytes / 1000)} kB packed, ${shown(bytes)} B a facility`,
      result: `${shownTime(measured.coldCpu)} of processor time, rows in reach parsed`,
      reached: null,
    },
    {
      target: 'P3',
      what: `${country}: keeping up with one change of a facility`,
      measured: `${shown(change.writes)} write units, ${units(change.reads)}`,
      beside: `and at most ${shown(2)} write units for tidying and bases`,
      result: `${change.calls} calls`,
      reached: null,
    },
  ];
};

/**
 * P3: what it costs to find a request's sites, in countries of three sizes with the same neighborhood. Units are those
 * that DynamoDB Local says were consumed; all calls of a lookup come one after the other.
 */
export const lookupBench: Bench = {
  name: 'lookup',
  run: async () => {
    const dynamoDb = await startDynamoDb();
    try {
      const rows: Row[] = [];
      let verdicts: string | null = null;
      for (const facilities of countries) {
        const measured = await measure(dynamoDb.endpoint, facilities);
        verdicts ??= measured.found;
        rows.push(...rowsOf(measured, measured.found === verdicts));
      }
      return rows;
    } finally {
      await dynamoDb.stop();
    }
  },
};
