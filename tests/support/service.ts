import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { expect, inject } from 'vitest';
import { ApiProblem, type Client } from '../../local/client.ts';
import { type Cloud, startCloud } from '../../local/cloud.ts';
import { setStage, type Stage } from '../../local/demo/stage.ts';
import type { ReceivedMail } from '../../local/mails.ts';
import { Problem } from '../../shared/contracts/common.ts';
import { AuditLine, firstBreak } from '../../shared/domain/audit.ts';
import type { Write } from '../../shared/usecases/ports.ts';
import { aStore, type TestStore } from './store.ts';
import { emptyDirectory } from './tiny-assembly.ts';
import { contents, value } from './world.ts';

/** The whole service as its template deploys it: seen by its people as on a stage, with a look behind it. */
export interface Service extends Stage {
  readonly cloud: Cloud;
  /** The service's own table, read and written past its functions. */
  readonly behind: TestStore;
  /** What the laptop cloud complained of: calls that a role did not allow, things that failed inside. */
  readonly complaints: readonly string[];
  /** Everything in the table, to compare. */
  readonly contents: () => Promise<readonly string[]>;
  readonly mailsTo: (address: string) => readonly ReceivedMail[];
  readonly stop: () => Promise<void>;
}

/** A client that holds every answer against its contract: all that it names, and nothing that it does not. */
const holdingContracts = ({ call }: Client): Client => ({
  call: async (route, input) => {
    const answer = await call(route, input);
    const { body } = route.success;
    if (typeof body !== 'string') expect(body.parse(answer), `the answer of ${route.id}`).toEqual(answer);
    return answer;
  },
});

export const startService = async (): Promise<Service> => {
  const complaints: string[] = [];
  const cloud = await startCloud({
    directory: emptyDirectory(),
    assembly: inject('assembly'),
    dynamoDb: inject('dynamoDbEndpoint'),
    tell: (line) => complaints.push(line),
  });
  const client = new DynamoDBClient(cloud.sdk);
  const behind = await aStore({ client, tableName: cloud.tableName });
  const stage = await setStage(cloud);
  // Not spread: the stage's sign-in is renewed by the stage itself.
  return Object.assign(stage, {
    client: holdingContracts(stage.client),
    cloud,
    behind,
    complaints,
    contents: () => contents(behind),
    mailsTo: (address: string) => cloud.mails().filter(({ to }) => to.includes(address)),
    stop: async () => {
      client.destroy();
      await cloud.stop();
    },
  });
};

/** A transaction of DynamoDB holds 100 items, and a write may be two of them. */
const writesATransaction = 50;

/** Puts items into the table past the functions, by as few transactions as they fit into. */
export const putAll = async ({ behind }: Service, writes: readonly Write[]): Promise<void> => {
  for (let start = 0; start < writes.length; start += writesATransaction)
    value(await behind.store.commit(writes.slice(start, start + writesATransaction)));
};

/** What the API refused a call with. */
export const refusalOf = async (call: Promise<unknown>): Promise<Problem> => {
  const [outcome] = await Promise.allSettled([call]);
  if (outcome.status === 'fulfilled') throw new Error(`not refused: ${JSON.stringify(outcome.value)}`);
  if (!(outcome.reason instanceof ApiProblem)) throw outcome.reason;
  return Problem().parse(outcome.reason.problem);
};

/** The outbox's id of a mail that was received. */
export const mailIdIn = ({ tags }: ReceivedMail): string => tags['mail-id'] ?? '';

/** What kind of mail was received, as the outbox calls it. */
export const kindOf = (mail: ReceivedMail): string => /_([a-z-]+)_\d+(?:-\d+)?$/.exec(mailIdIn(mail))?.[1] ?? '';

interface KeptItem {
  readonly kind?: string;
  readonly id?: string;
  readonly status?: string;
  /** Of an audit entry. */
  readonly lines?: readonly unknown[];
}

const parsed = async (service: Service): Promise<readonly KeptItem[]> =>
  (await service.contents()).map((text) => JSON.parse(text) as KeptItem);

/** Each mail that the outbox says has left did so once; nothing else left; none is stuck or in doubt. */
export const expectEachMailOnce = async (service: Service): Promise<void> => {
  const outbox = (await parsed(service)).filter(({ kind }) => kind === 'mail');
  expect(outbox.filter(({ status }) => status !== 'delivered' && status !== 'cancelled')).toEqual([]);
  const left = outbox.filter(({ status }) => status === 'delivered').map(({ id = '' }) => id);
  expect(service.cloud.mails().map(mailIdIn).toSorted()).toEqual(left.toSorted());
};

/** Every audit chain in the table is whole. */
export const expectWholeChains = async (service: Service): Promise<void> => {
  const lines = (await parsed(service))
    .filter(({ kind }) => kind === 'audit')
    .flatMap(({ lines: kept = [] }) => kept.map((line) => AuditLine.parse(line)));
  const chains = Map.groupBy(lines, (line) => line.of);
  expect(chains.size).toBeGreaterThan(0);
  for (const chain of chains.values()) expect(firstBreak(chain.toSorted((a, b) => a.version - b.version))).toBeNull();
};
