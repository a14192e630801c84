import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { followClock } from './clock.ts';

/** What a worker is started with: the thread that one function's handler runs in. */
export const WorkerSettings = z.object({
  directory: z.string(),
  /** `index.handler`: file and export. */
  handler: z.string(),
  name: z.string(),
  arn: z.string(),
  memoryMegabytes: z.number(),
  offset: z.instanceof(SharedArrayBuffer),
});
export type WorkerSettings = z.infer<typeof WorkerSettings>;

/** The event as JSON text, as Lambda hands it over. */
export const Invocation = z.object({ requestId: z.string(), event: z.string(), timeoutMilliseconds: z.number() });
export type Invocation = z.infer<typeof Invocation>;

/** As Lambda tells a failed invocation. */
export const FailureReport = z.object({
  errorType: z.string(),
  errorMessage: z.string(),
  trace: z.array(z.string()).optional(),
});
export type FailureReport = z.infer<typeof FailureReport>;

const Outcome = z.union([z.object({ result: z.string() }), z.object({ failure: FailureReport })]);
type Outcome = z.infer<typeof Outcome>;

/** What a worker says of an invocation: that the handler begins (its code is loaded), and then what came of it. */
export const WorkerMessage = z.union([z.object({ begins: z.literal(true) }), Outcome]);
export type WorkerMessage = z.infer<typeof WorkerMessage>;

const reportOf = (error: unknown): FailureReport =>
  error instanceof Error
    ? { errorType: error.name, errorMessage: error.message, trace: error.stack?.split('\n') ?? [] }
    : { errorType: typeof error, errorMessage: String(error) };

const Handler = z.custom<(event: unknown, context: object) => unknown>((value) => typeof value === 'function');

const loadHandler = (settings: WorkerSettings): z.infer<typeof Handler> => {
  const [file = '', name = ''] = settings.handler.split('.');
  const module: unknown = createRequire(import.meta.url)(join(settings.directory, file));
  return Handler.parse(Reflect.get(Object(module), name));
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
  const settings = WorkerSettings.parse(workerData);
  process.setSourceMapsEnabled(true);
  followClock(settings.offset);
  const tell = (told: WorkerMessage): void => {
    port.postMessage(told);
  };
  const answer = async (message: unknown): Promise<void> => {
    tell(await run(settings, Invocation.parse(message), tell));
  };
  port.on('message', (message) => void answer(message));
}
