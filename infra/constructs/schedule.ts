import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { ServiceFunction } from './service-function.ts';

/** Runs a function every minute. A run that fails is not repeated: the next one does its work. */
export const everyMinute = (worker: ServiceFunction): void => {
  new Rule(worker, 'EveryMinute', {
    schedule: Schedule.rate(Duration.minutes(1)),
    targets: [new LambdaFunction(worker.lambda, { retryAttempts: 0 })],
  });
  worker.lambda.configureAsyncInvoke({ retryAttempts: 0 });
};
