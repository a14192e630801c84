import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAuthorizers } from './authorizer.ts';
import { startBus } from './bus.ts';
import { type CloudClock, startClock } from './clock.ts';
import { startDynamoDb } from './dynamodb/dynamodb.ts';
import { startEventSources } from './event-sources.ts';
import { type Faults, createFaults } from './faults.ts';
import { startFunctions } from './functions.ts';
import { owner, startGateway } from './gateway.ts';
import { startHttpApi } from './http-api.ts';
import { startIdentity } from './identity.ts';
import { startLater } from './later.ts';
import { startMailbox } from './mailbox.ts';
import { type ReceivedMail, openMails } from './mails.ts';
import { startQueues } from './queues.ts';
import { region } from './resource-types.ts';
import { readRoles } from './roles.ts';
import { openSecrets } from './secrets.ts';
import { createSes } from './ses.ts';
import { createTables, dynamoDbService } from './table.ts';
import { loadTemplate } from './template.ts';
import { openUsers } from './users.ts';

export interface CloudOptions {
  /** Where data, mails and logs are kept. */
  readonly directory: string;
  /** Forget what is kept there. */
  readonly fresh?: boolean;
  /** The synthesized cloud assembly. */
  readonly assembly?: string;
  /** First of the preferred ports; any free ones without it. */
  readonly port?: number;
  /** Hears one line for each thing that a developer should know, such as a refused call. */
  readonly tell?: (line: string) => void;
}

/** The synthesized service, running on this machine. */
export interface Cloud {
  /** Base URL of the HTTP API. */
  readonly api: string;
  /** The page that shows every mail. */
  readonly mailbox: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly callbackUrl: string;
  readonly userPoolId: string;
  readonly tableName: string;
  readonly clock: CloudClock;
  readonly faults: Faults;
  /** Every mail that SES took, oldest first. */
  readonly mails: () => readonly ReceivedMail[];
  /** Runs a scheduled function now; rejects if it fails. */
  readonly runSchedule: (functionName: string) => Promise<void>;
  /** Calls a function with an event; rejects if it fails. */
  readonly invoke: (functionName: string, event: unknown) => Promise<unknown>;
  /** Resolves when nothing moves any more: streams and queues are read, nothing runs. */
  readonly settle: () => Promise<void>;
  /** Settings for an SDK client of one's own, which may do everything. */
  readonly sdk: {
    readonly endpoint: string;
    readonly region: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  };
  readonly stop: () => Promise<void>;
}

/** Where a running laptop cloud says how to reach it. */
export const addressesFile = (directory: string): string => join(directory, 'addresses.json');

/** Runs what the assembly would deploy. Nothing is declared here that a template declares. */
export const startCloud = async (options: CloudOptions): Promise<Cloud> => {
  const { directory, fresh = false, assembly = 'cdk.out', port, tell = () => {} } = options;
  if (fresh) rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  // Bundles are CommonJS and lie below a package of ES modules.
  writeFileSync(join(assembly, 'package.json'), '{"type":"commonjs"}\n');
  const stops: (() => Promise<void> | void)[] = [];
  const stop = async (): Promise<void> => {
    rmSync(addressesFile(directory), { force: true });
    for (const one of stops.splice(0).toReversed()) await one();
  };
  const complain = (error: unknown): void => {
    tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
  };

  try {
    const clock = startClock(directory);
    const faults = createFaults();
    const preferred = (offset: number): number | undefined => (port === undefined ? undefined : port + offset);
    const dynamoDb = await startDynamoDb({ dbPath: join(directory, 'dynamodb') });
    stops.push(dynamoDb.stop);
    const gateway = await startGateway(faults, tell, preferred(3));
    stops.push(gateway.server.stop);
    const identity = await startIdentity(clock, directory, preferred(2));
    stops.push(identity.server.stop);
    const httpApi = await startHttpApi(clock, preferred(0));
    stops.push(httpApi.server.stop);

    const addresses = { api: httpApi.server.url, gateway: gateway.server.url, issuer: identity.server.url };
    const template = loadTemplate(assembly, addresses);
    await createTables(template, dynamoDb.endpoint);
    const queues = await startQueues(template, clock, join(directory, 'queues'));
    stops.push(queues.stop);
    const mails = openMails(directory);
    const users = openUsers(template, directory);
    const functions = startFunctions(template, addresses, clock, directory);
    const bus = startBus(template, functions, startLater(template, { functions, gateway, clock, complain }), clock);
    stops.push(bus.stop);
    gateway.open(
      [
        dynamoDbService(dynamoDb.endpoint),
        queues.service,
        createSes(template, mails, bus, clock),
        openSecrets(template, directory),
        users.service,
      ],
      readRoles(template),
    );

    let moves = 0;
    const pumps = startEventSources(template, { gateway, functions, directory, complain });
    // Together: a pump waits for the invocation that it has begun, which ends with its worker.
    stops.push(async () => void (await Promise.all([...pumps.map(async (pump) => pump.stop()), functions.stop()])));
    const nudge = (): void => {
      for (const pump of pumps) pump.nudge();
    };
    gateway.onAnswered(({ action }) => {
      if (!/^(Put|Update|Delete.*Item|Send|Transact|BatchWrite)/u.test(action)) return;
      moves += 1;
      nudge();
    });
    clock.onAdvance(nudge);
    const settle = async (): Promise<void> => {
      for (let before = -1; before !== moves;) {
        before = moves;
        nudge();
        while (functions.pending() > 0 || gateway.pending() > 0 || !pumps.every((pump) => pump.idle())) await sleep(5);
      }
    };

    const client = await identity.open(template, users);
    httpApi.open(template, functions, createAuthorizers(template, addresses.issuer, clock));
    const mailbox = await startMailbox(mails, preferred(1));
    stops.push(mailbox.stop);

    const cloud: Cloud = {
      api: addresses.api,
      mailbox: mailbox.url,
      issuer: addresses.issuer,
      clientId: client?.clientId ?? '',
      callbackUrl: client?.callbackUrl ?? '',
      userPoolId: template.ofType('AWS::Cognito::UserPool')[0]?.name ?? '',
      tableName: template.ofType('AWS::DynamoDB::GlobalTable')[0]?.name ?? '',
      clock,
      faults,
      mails: mails.all,
      runSchedule: bus.runSchedule,
      invoke: functions.invoke,
      settle,
      sdk: {
        endpoint: addresses.gateway,
        region,
        credentials: { accessKeyId: owner, secretAccessKey: 'laptop' },
      },
      stop,
    };
    const { api, issuer, clientId, userPoolId, sdk } = cloud;
    writeFileSync(
      addressesFile(directory),
      JSON.stringify({ pid: process.pid, api, mailbox: mailbox.url, issuer, clientId, userPoolId, sdk }),
    );
    return cloud;
  } catch (error) {
    await stop();
    throw error;
  }
};
