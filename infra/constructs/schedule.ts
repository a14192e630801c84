import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { ServiceFunction } from './service-function.ts';

const every =
  (period: Duration, id: string) =>
  (worker: ServiceFunction): void => {
    new Rule(worker, id, {
      schedule: Schedule.rate(period),
      targets: [new LambdaFunction(worker.lambda, { retryAttempts: 0 })],
    });
    worker.lambda.configureAsyncInvoke({ retryAttempts: 0 });
  };

/** Runs a function every minute. A run that fails is not repeated: the next one does its work. */
export const everyMinute = every(Duration.minutes(1), 'EveryMinute');

/** Runs a function once a day, for what no more than a day may go by unseen. */
export const everyDay = every(Duration.days(1), 'EveryDay');
