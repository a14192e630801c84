import { randomUUID } from 'node:crypto';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import * as z from 'zod';
import type { CloudClock } from './clock.ts';
import { LaptopProblem } from './problem.ts';
import { type Addresses, arnOf, region } from './resource-types.ts';
import type { Resource, Template } from './template.ts';
import type { FailureReport, Invocation, WorkerMessage, WorkerSettings } from './worker.ts';

/** How many events one function works on at the same time; the others wait their turn. */
const concurrency = 4;

/** How long a worker may take to start and load its code, even on a busy machine. */
const startSeconds = 60;

/** The handler threw, timed out or its worker ended. */
export class FunctionFailure extends Error {
  override readonly name = 'FunctionFailure';
  readonly report: FailureReport;
  constructor(functionName: string, report: FailureReport) {
    super(`${functionName}: ${report.errorType}: ${report.errorMessage}`);
    this.report = report;
  }
}

export interface Functions {
  /** A function's name as it calls itself (`deliver-email`), by that, its physical name or its ARN. */
  readonly find: (name: string) => string;
  /** Resolves with what the handler returned; rejects with a `FunctionFailure`. */
  readonly invoke: (name: string, event: unknown) => Promise<unknown>;
  /** Invocations begun or waiting. */
  readonly pending: () => number;
  readonly stop: () => Promise<void>;
}

const FunctionProperties = z.looseObject({
  Code: z.object({ S3Key: z.string() }),
  Handler: z.string(),
  Runtime: z.literal('nodejs24.x'),
  Timeout: z.number().default(3),
  MemorySize: z.number().default(128),
  Environment: z.object({ Variables: z.record(z.string(), z.string()) }).default({ Variables: {} }),
});

/** What a function calls itself in its logs, which is its folder's name: the laptop cloud calls it the same. */
export const nameOf = (template: Template, resource: Resource): string =>
  template.read(resource, FunctionProperties).Environment.Variables['POWERTOOLS_SERVICE_NAME'] ?? resource.name;

interface Job {
  readonly event: unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

interface Pool {
  readonly resource: Resource;
  readonly name: string;
  readonly run: (event: unknown) => Promise<unknown>;
  readonly stop: () => Promise<void>;
}

const startPool = (
  template: Template,
  resource: Resource,
  addresses: Addresses,
  clock: CloudClock,
  logs: string,
): Pool => {
  const properties = template.read(resource, FunctionProperties);
  const name = nameOf(template, resource);
  const directory = template.asset(properties.Code.S3Key);
  const log = createWriteStream(join(logs, `${name}.log`), { flags: 'a' });
  const settings: WorkerSettings = {
    directory,
    handler: properties.Handler,
    name: resource.name,
    arn: arnOf('lambda', `function:${resource.name}`),
    memoryMegabytes: properties.MemorySize,
    offset: clock.offset,
  };
  const env = {
    ...properties.Environment.Variables,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EXECUTION_ENV: `AWS_Lambda_${properties.Runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: resource.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(properties.MemorySize),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${resource.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'laptop',
    LAMBDA_TASK_ROOT: directory,
    // What was compiled for one worker is read by the next, of this cloud or another: half the work of a start.
    NODE_COMPILE_CACHE: join(dirname(directory), 'compile-cache'),
    // The gateway knows a function by its access key.
    AWS_ACCESS_KEY_ID: name,
    AWS_SECRET_ACCESS_KEY: 'laptop',
    AWS_ENDPOINT_URL: addresses.gateway,
  };
  const workers = new Set<Worker>();
  const idle: Worker[] = [];
  const waiting: Job[] = [];
  let stopped = false;
  const stoppedEarly = () =>
    new FunctionFailure(name, { errorType: 'Sandbox.Stopped', errorMessage: 'The laptop cloud was stopped' });

  const startWorker = (): Worker => {
    const worker = new Worker(new URL('worker.ts', import.meta.url), {
      env,
      workerData: settings,
      stdout: true,
      stderr: true,
    });
    for (const stream of [worker.stdout, worker.stderr]) stream.on('data', (text: Buffer) => log.write(text));
    const gone = (): void => {
      drop(worker);
    };
    worker.on('error', gone).on('exit', gone);
    workers.add(worker);
    return worker;
  };

  const drop = (worker: Worker): void => {
    workers.delete(worker);
    if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
    void worker.terminate();
  };

  const work = (worker: Worker, job: Job): void => {
    const fail = (errorType: string, errorMessage: string): void => {
      finish();
      drop(worker);
      job.reject(new FunctionFailure(name, { errorType, errorMessage }));
      next();
    };
    const onMessage = (outcome: WorkerMessage): void => {
      clearTimeout(timer);
      if ('begins' in outcome) {
        timer = limit(properties.Timeout);
        return;
      }
      finish();
      idle.push(worker);
      if ('failure' in outcome) {
        log.write(`${JSON.stringify(outcome.failure)}\n`);
        job.reject(new FunctionFailure(name, outcome.failure));
      } else job.resolve(JSON.parse(outcome.result));
      next();
    };
    const onError = (error: unknown): void => {
      fail('Runtime.UnhandledError', String(error));
    };
    const onExit = (code: number): void => {
      fail('Runtime.ExitError', `Runtime exited with exit code ${code}`);
    };
    const limit = (seconds: number): NodeJS.Timeout =>
      setTimeout(() => {
        fail('Sandbox.Timedout', `Task timed out after ${seconds}.00 seconds`);
      }, seconds * 1000);
    // Starting a worker and loading its code is not the handler's time.
    let timer = limit(startSeconds);
    const finish = (): void => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    const invocation: Invocation = {
      requestId: randomUUID(),
      event: JSON.stringify(job.event),
      timeoutMilliseconds: properties.Timeout * 1000,
    };
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker.postMessage(invocation);
  };

  const next = (): void => {
    if (waiting.length === 0 || stopped) return;
    const worker = idle.pop() ?? (workers.size < concurrency ? startWorker() : undefined);
    if (worker === undefined) return;
    const job = waiting.shift();
    if (job !== undefined) work(worker, job);
  };

  return {
    resource,
    name,
    run: async (event) => {
      // A queue may hand out one more message while the cloud stops: whoever waited for it would wait for ever.
      if (stopped) throw stoppedEarly();
      return new Promise((resolve, reject) => {
        waiting.push({ event, resolve, reject });
        next();
      });
    },
    stop: async () => {
      stopped = true;
      for (const job of waiting.splice(0)) job.reject(stoppedEarly());
      await Promise.all([...workers].map(async (worker) => worker.terminate()));
      await new Promise<void>((resolve) => {
        log.end(resolve);
      });
    },
  };
};

/** One pool of worker threads for each Lambda function of the template. */
export const startFunctions = (
  template: Template,
  addresses: Addresses,
  clock: CloudClock,
  directory: string,
): Functions => {
  const logs = join(directory, 'logs');
  mkdirSync(logs, { recursive: true });
  const pools = template
    .ofType('AWS::Lambda::Function')
    .map((resource) => startPool(template, resource, addresses, clock, logs));
  let pending = 0;

  const poolOf = (name: string): Pool => {
    const pool = pools.find(
      (one) => one.name === name || one.resource.name === name || name.endsWith(`:function:${one.resource.name}`),
    );
    if (pool !== undefined) return pool;
    throw new LaptopProblem(`No function is called ${name}. There are: ${pools.map((one) => one.name).join(', ')}.`);
  };

  const invoke = async (name: string, event: unknown): Promise<unknown> => {
    pending += 1;
    try {
      return await poolOf(name).run(event);
    } finally {
      pending -= 1;
    }
  };

  return {
    find: (name) => poolOf(name).name,
    invoke,
    pending: () => pending,
    stop: async () => {
      await Promise.all(pools.map(async (pool) => pool.stop()));
    },
  };
};
