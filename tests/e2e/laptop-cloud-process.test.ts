import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { isRunning, listeningAddresses, processTree } from '../support/processes.ts';
import { arnOf, emptyDirectory, functionOf, may, notesOf, table, writeAssembly } from '../support/tiny-assembly.ts';

let assembly: string;
let data: string;
const started = new Set<ChildProcess>();

/** Starts the command that `npm start` runs, in a process group of its own as in a terminal. */
const start = async (...options: string[]) => {
  const child = spawn(
    process.execPath,
    ['local/start.ts', '--assembly', assembly, '--data', data, '--port', '0', ...options],
    {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  started.add(child);
  let said = '';
  const ended = once(child, 'exit');
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => {
        said += text.toString();
        if (said.includes('Data ')) resolve();
      });
  });
  await Promise.race([ready, ended]);
  const pid = child.pid ?? 0;
  return {
    pid,
    ended,
    said: () => said,
    ask: async (path: string) => (await fetch(`${/API +(\S+)/.exec(said)?.[1]}${path}`)).text(),
    /** What a terminal does at Ctrl-C: the signal goes to the whole group. */
    interrupt: async () => {
      process.kill(-pid, 'SIGINT');
      return ((await ended) as [number | null])[0];
    },
  };
};

const allEnd = async (pids: readonly number[]): Promise<void> => {
  while (pids.some(isRunning)) await sleep(20);
};

beforeAll(() => {
  const directory = emptyDirectory();
  assembly = join(directory, 'assembly');
  data = join(directory, 'data');
  const streamArn = { 'Fn::GetAtt': ['Table', 'StreamArn'] };
  const Resources = {
    ...table,
    ...functionOf(assembly, 'keeper', {
      code: `
        const { DynamoDBClient, GetItemCommand, PutItemCommand } = load('@aws-sdk/client-dynamodb');
        const client = new DynamoDBClient({});
        const TableName = process.env.TABLE_NAME;
        const [, verb, pk] = event.rawPath.split('/');
        if (verb === 'put') { await client.send(new PutItemCommand({ TableName, Item: { pk: { S: pk } } })); return { body: 'put' }; }
        const { Item } = await client.send(new GetItemCommand({ TableName, Key: { pk: { S: pk } } }));
        return { body: Item ? 'there' : 'not there' };`,
      statements: [may(['dynamodb:GetItem', 'dynamodb:PutItem'], arnOf('Table'))],
      variables: { TABLE_NAME: { Ref: 'Table' } },
    }),
    ...functionOf(assembly, 'reader', {
      code: 'for (const record of event.Records) note(record.dynamodb.Keys.pk.S);',
      statements: [may(['dynamodb:DescribeStream', 'dynamodb:GetShardIterator', 'dynamodb:GetRecords'], streamArn)],
    }),
    Source: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: { EventSourceArn: streamArn, FunctionName: { Ref: 'reader' } },
    },
    Api: { Type: 'AWS::ApiGatewayV2::Api' },
    Integration: {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: { IntegrationType: 'AWS_PROXY', IntegrationUri: arnOf('keeper'), PayloadFormatVersion: '2.0' },
    },
    Route: {
      Type: 'AWS::ApiGatewayV2::Route',
      Properties: { RouteKey: '$default', Target: { 'Fn::Sub': 'integrations/${Integration}' } },
    },
  };
  writeAssembly(assembly, { tiny: { Resources } });
});
afterEach(async () => {
  for (const { pid, exitCode } of started)
    if (exitCode === null && pid !== undefined && isRunning(pid)) process.kill(-pid, 'SIGKILL');
  started.clear();
});

const readSoFar = () => notesOf(assembly, 'reader');

/** Each start takes seconds, so the tests tell one story: a first run, a second one on its data, a fresh third. */
describe.runIf(process.platform === 'linux')('npm start', () => {
  test('listens on loopback only, refuses to run twice on the same data, and Ctrl-C ends all that it started', async () => {
    const cloud = await start();
    const tree = processTree(cloud.pid);
    expect(tree.length).toBeGreaterThan(1);
    const addresses = listeningAddresses(tree);
    // The API, the mailbox, the sign-in, the gateway and DynamoDB.
    expect(addresses).toHaveLength(5);
    expect(new Set(addresses)).toEqual(new Set(['0100007F']));

    const second = await start();
    expect(await second.ended).toEqual([1, null]);
    expect(second.said()).toMatch(/^A laptop cloud with the data of \S+ runs already: \S+ \(process \d+\)\.\n$/);

    await cloud.ask('/put/one');
    while (readSoFar().length < 1) await sleep(20);
    expect(await cloud.interrupt()).toBe(0);
    await allEnd(tree);
  });

  test('keeps data over a restart, reads the stream on from where it was, and takes all with it when it is killed', async () => {
    const cloud = await start();
    expect(await cloud.ask('/get/one')).toBe('there');
    await cloud.ask('/put/two');
    while (readSoFar().length < 2) await sleep(20);
    expect(readSoFar()).toEqual(['one', 'two']);
    const tree = processTree(cloud.pid);
    process.kill(cloud.pid, 'SIGKILL');
    await allEnd(tree);
  });

  test('forgets its data when asked for, and takes another port where the preferred one is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const cloud = await start('--fresh', '--port', String((other.address() as AddressInfo).port));
    expect(await cloud.ask('/get/one')).toBe('not there');
    expect(await cloud.interrupt()).toBe(0);
    other.close();
  });
});
