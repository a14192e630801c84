import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { CloudClock } from './clock.ts';
import type { Functions } from './functions.ts';
import type { InvokeLater } from './later.ts';
import { matchesPattern } from './pattern.ts';
import { LaptopProblem } from './problem.ts';
import { accountId, arnOf, region } from './resource-types.ts';
import type { Template } from './template.ts';

/** What a publisher says; the rest of the envelope is the bus's. */
export interface BusEvent {
  readonly source: string;
  readonly 'detail-type': string;
  readonly resources: readonly string[];
  readonly detail: unknown;
}

export interface Bus {
  readonly put: (event: BusEvent) => void;
  /** Runs a scheduled function at once; rejects if it fails. */
  readonly runSchedule: (functionName: string) => Promise<void>;
  readonly stop: () => void;
}

const Rule = z.looseObject({
  EventPattern: z.record(z.string(), z.unknown()).optional(),
  ScheduleExpression: z.string().optional(),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  // Targets that change the event on its way are not known here: strict.
  Targets: z.array(
    z.strictObject({
      Arn: z.string(),
      Id: z.string(),
      DeadLetterConfig: z.unknown().optional(),
      RetryPolicy: z.unknown().optional(),
    }),
  ),
});

const unitMilliseconds: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

const periodOf = (expression: string): number => {
  const [, count = '', unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/u.exec(expression) ?? [];
  const milliseconds = Number(count) * (unitMilliseconds[unit] ?? 0);
  if (milliseconds > 0) return milliseconds;
  throw new LaptopProblem(`The laptop cloud does not know the schedule ${expression}.`);
};

/** The default event bus with its rules, and the schedules, both by the cloud's clock. */
export const startBus = (
  template: Template,
  functions: Functions,
  invokeLater: InvokeLater,
  clock: CloudClock,
): Bus => {
  const rules = template
    .ofType('AWS::Events::Rule')
    .map((resource) => ({ rule: template.read(resource, Rule), arn: arnOf('events', `rule/${resource.name}`) }))
    .filter(({ rule }) => rule.State === 'ENABLED');
  const schedules = rules.flatMap(({ rule: { ScheduleExpression: expression, Targets }, arn }) => {
    if (expression === undefined) return [];
    const period = periodOf(expression);
    return Targets.map((target) => ({
      period,
      arn,
      name: functions.find(target.Arn),
      due: clock.now().getTime() + period,
    }));
  });

  const enveloped = (event: BusEvent): object => ({
    version: '0',
    id: randomUUID(),
    account: accountId,
    time: clock.now().toISOString().replace(/\.\d+/u, ''),
    region,
    ...event,
  });
  const scheduled = (arn: string): object =>
    enveloped({ source: 'aws.events', 'detail-type': 'Scheduled Event', resources: [arn], detail: {} });

  /** A schedule that was due several times while the clock was moved runs once. */
  const runDue = (): void => {
    const now = clock.now().getTime();
    for (const schedule of schedules) {
      if (schedule.due > now) continue;
      schedule.due = now + schedule.period;
      invokeLater(schedule.name, scheduled(schedule.arn));
    }
  };
  const timer = setInterval(runDue, 1000);
  clock.onAdvance(runDue);

  return {
    put: (event) => {
      const whole = enveloped(event);
      for (const { EventPattern: pattern, Targets } of rules.map(({ rule }) => rule)) {
        if (pattern === undefined || !matchesPattern(pattern, whole)) continue;
        for (const target of Targets) invokeLater(target.Arn, whole);
      }
    },
    runSchedule: async (functionName) => {
      const name = functions.find(functionName);
      const schedule = schedules.find((one) => one.name === name);
      if (schedule === undefined) throw new LaptopProblem(`No schedule runs ${functionName}.`);
      schedule.due = clock.now().getTime() + schedule.period;
      await functions.invoke(name, scheduled(schedule.arn));
    },
    stop: () => {
      clearInterval(timer);
    },
  };
};
