// Every worker loads this file anew, so it takes in as little as it can.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { followClock } from './follow-clock.ts';

/** What a worker is started with: the thread that one function's handler runs in. */
export interface WorkerSettings {
  readonly directory: string;
  /** `index.handler`: file and export. */
  readonly handler: string;
  readonly name: string;
  readonly arn: string;
  readonly memoryMegabytes: number;
  /** The cloud's clock: what to add to the real time. */
  readonly offset: SharedArrayBuffer;
}

export interface Invocation {
  readonly requestId: string;
  /** As JSON text, as Lambda hands it over. */
  readonly event: string;
  readonly timeoutMilliseconds: number;
}

/** As Lambda tells a failed invocation. */
export interface FailureReport {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
}

type Outcome = { readonly result: string } | { readonly failure: FailureReport };

/** What a worker says of an invocation: that the handler begins (its code is loaded), and then what came of it. */
export type WorkerMessage = { readonly begins: true } | Outcome;

type Handler = (event: unknown, context: object) => unknown;

const reportOf = (error: unknown): FailureReport =>
  error instanceof Error
    ? { errorType: error.name, errorMessage: error.message, trace: error.stack?.split('\n') ?? [] }
    : { errorType: typeof error, errorMessage: String(error) };

const loadHandler = (settings: WorkerSettings): Handler => {
  const [file = '', name = ''] = settings.handler.split('.');
  const module: unknown = createRequire(import.meta.url)(join(settings.directory, file));
  return Reflect.get(Object(module), name) as Handler;
};

const run = async (
  settings: WorkerSettings,
  { requestId, event, timeoutMilliseconds }: Invocation,
  tell: (message: WorkerMessage) => void,
): Promise<Outcome> => {
  try {
    // Loaded at the first call, which is the cold start; from then on it comes from the module cache.
    const handler = loadHandler(settings);
    tell({ begins: true });
    const deadline = performance.now() + timeoutMilliseconds;
    const result = await handler(JSON.parse(event), {
      functionName: settings.name,
      functionVersion: '$LATEST',
      invokedFunctionArn: settings.arn,
      memoryLimitInMB: String(settings.memoryMegabytes),
      awsRequestId: requestId,
      logGroupName: `/aws/lambda/${settings.name}`,
      logStreamName: 'laptop',
      callbackWaitsForEmptyEventLoop: true,
      getRemainingTimeInMillis: () => Math.max(0, deadline - performance.now()),
    });
    return { result: JSON.stringify(result) ?? 'null' };
  } catch (error) {
    return { failure: reportOf(error) };
  }
};

if (parentPort !== null) {
  const port = parentPort;
  const settings = workerData as WorkerSettings;
  process.setSourceMapsEnabled(true);
  followClock(settings.offset);
  const tell = (told: WorkerMessage): void => {
    port.postMessage(told);
  };
  const answer = async (invocation: Invocation): Promise<void> => {
    tell(await run(settings, invocation, tell));
  };
  port.on('message', (invocation: Invocation) => void answer(invocation));
}
