import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Server as HttpServer } from 'node:http';
import * as z from 'zod';
import { createAuthorizers } from './authorizer.ts';
import { startBus } from './bus.ts';
import { type CloudClock, clockFile, startClock } from './clock.ts';
import { startDynamoDb } from './dynamodb/dynamodb.ts';
import { startEventSources } from './event-sources.ts';
import { type Faults, createFaults } from './faults.ts';
import { startFunctions } from './functions.ts';
import { openGateway, owner } from './gateway.ts';
import { createApiServer, openHttpApi } from './http-api.ts';
import { openIdentity } from './identity.ts';
import { startLater } from './later.ts';
import { type Server, listen } from './listen.ts';
import { openMailbox } from './mailbox.ts';
import { type ReceivedMail, openMails } from './mails.ts';
import { LaptopProblem } from './problem.ts';
import { startQueues } from './queues.ts';
import { mark, region } from './resource-types.ts';
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
  /** Endpoint of a DynamoDB that runs already; one is started without it. */
  readonly dynamoDb?: string;
  /** First of the preferred ports; any free ones without it or with 0. */
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

const Running = z.object({ pid: z.int(), api: z.string() });

/** Two laptop clouds on one directory would write over each other. */
const refuseSecond = (directory: string): void => {
  try {
    const { pid, api } = Running.parse(JSON.parse(readFileSync(addressesFile(directory), 'utf8')));
    // Signal 0 asks only whether the process is there.
    if (pid === process.pid || !process.kill(pid, 0)) return;
    throw new LaptopProblem(`A laptop cloud with the data of ${directory} runs already: ${api} (process ${pid}).`);
  } catch (error) {
    // No file, or one that a killed process left.
    if (error instanceof LaptopProblem) throw error;
  }
};

/** Bundles are CommonJS and lie below a package of ES modules. */
const allowCommonJs = (assembly: string): void => {
  const file = join(assembly, 'package.json');
  if (existsSync(file)) return;
  // Moved into place, because others may read the same assembly at this moment.
  writeFileSync(`${file}.${process.pid}`, '{"type":"commonjs"}\n');
  renameSync(`${file}.${process.pid}`, file);
};

/** Empties a data directory, and nothing that is not one. */
const forget = (directory: string): void => {
  const found = existsSync(directory) ? readdirSync(directory) : [];
  if (found.length > 0 && !found.includes(clockFile)) {
    throw new LaptopProblem(`${directory} holds something else than the data of a laptop cloud: not removed.`);
  }
  rmSync(directory, { recursive: true, force: true });
};

/** Runs what the assembly would deploy. Nothing is declared here that a template declares. */
export const startCloud = async (options: CloudOptions): Promise<Cloud> => {
  const { directory, fresh = false, assembly = 'cdk.out', port, tell = () => {} } = options;
  refuseSecond(directory);
  if (fresh) forget(directory);
  mkdirSync(directory, { recursive: true });
  allowCommonJs(assembly);
  const stops: (() => Promise<void> | void)[] = [];
  const stop = async (): Promise<void> => {
    rmSync(addressesFile(directory), { force: true });
    for (const one of stops.splice(0).toReversed()) await one();
  };
  const complain = (error: unknown): void => {
    tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
  };

  const preferred = (offset: number): number | undefined =>
    port === undefined || port === 0 ? undefined : port + offset;
  const reserve = async (offset: number, server?: HttpServer): Promise<Server> => {
    const reserved = await listen(preferred(offset), server);
    stops.push(reserved.stop);
    return reserved;
  };

  const startDatabase = async (): Promise<string> => {
    const { endpoint, stop: stopDatabase } = await startDynamoDb({ dbPath: join(directory, 'dynamodb') });
    stops.push(stopDatabase);
    return endpoint;
  };

  try {
    const clock = startClock(directory);
    const faults = createFaults();
    const dynamoDb = options.dynamoDb ?? (await startDatabase());
    const apiServer = await reserve(0, createApiServer());
    const mailboxServer = await reserve(1);
    const signInServer = await reserve(2);
    const gatewayServer = await reserve(3);
    const addresses = { api: apiServer.url, gateway: gatewayServer.url, issuer: signInServer.url };

    const template = loadTemplate(assembly, { ...addresses, mark: mark(resolve(directory), 8) });
    await createTables(template, dynamoDb, fresh);
    const queues = await startQueues(template, clock, join(directory, 'queues'));
    stops.push(queues.stop);
    const mails = openMails(directory);
    const users = openUsers(template, directory);
    const functions = startFunctions(template, addresses, clock, directory);
    const gateway = openGateway({ server: gatewayServer, allows: readRoles(template), faults, clock, tell });
    const parts = { gateway, functions, clock, directory, complain };
    const bus = startBus(template, functions, startLater(template, parts), clock);
    stops.push(bus.stop);
    gateway.offer(dynamoDbService(dynamoDb));
    gateway.offer(queues.service);
    gateway.offer(createSes(template, mails, bus, clock));
    gateway.offer(openSecrets(template, directory));
    gateway.offer(users.service);

    const sources = startEventSources(template, parts, queues);
    const pumps = [...sources.streams, ...sources.queues];
    // Together: a pump waits for the invocation that it has begun, which ends with its worker.
    stops.push(async () => void (await Promise.all([...pumps.map(async (pump) => pump.stop()), functions.stop()])));
    let moves = 0;
    const nudge = (): void => {
      for (const pump of pumps) pump.nudge();
    };
    gateway.onAnswered(({ service, action }) => {
      if (!/^(Put|Update|DeleteItem|Send|TransactWrite|BatchWrite)/u.test(action)) return;
      moves += 1;
      for (const pump of service === 'dynamodb' ? sources.streams : sources.queues) pump.nudge();
    });
    clock.onAdvance(nudge);
    const settle = async (): Promise<void> => {
      for (let before = -1; before !== moves;) {
        before = moves;
        nudge();
        while (functions.pending() > 0 || gateway.pending() > 0 || !pumps.every((pump) => pump.idle())) await sleep(5);
      }
    };

    const client = await openIdentity(signInServer, template, users, parts);
    const authorizers = createAuthorizers(template, addresses.issuer, clock);
    openHttpApi(template, { server: apiServer, functions, authorizers, clock });
    openMailbox(mailboxServer, mails);

    const cloud: Cloud = {
      api: addresses.api,
      mailbox: mailboxServer.url,
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
      JSON.stringify({ pid: process.pid, api, mailbox: mailboxServer.url, issuer, clientId, userPoolId, sdk }),
    );
    return cloud;
  } catch (error) {
    await stop();
    throw error;
  }
};
