import type { Stack } from 'aws-cdk-lib';
import type { ServingFunction } from '../shared/contracts/route.ts';
import { routes } from '../shared/contracts/routes.ts';
import {
  countedLines,
  countLines,
  doubtMetric,
  notifyOfAlarms,
  quarantineMetric,
  raiseAlarm,
  refusedFormsMetric,
} from './constructs/alarms.ts';
import type { ServiceFunction } from './constructs/service-function.ts';
import type { Settings } from './settings.ts';

interface Watched {
  readonly settings: Settings;
  readonly sweepOutbox: ServiceFunction;
  readonly servedBy: Readonly<Record<ServingFunction, ServiceFunction>>;
}

/** What is told to a person of the service as a whole; each function and queue watches itself. */
export const raiseAlarms = (scope: Stack, { settings, sweepOutbox, servedBy }: Watched): void => {
  countLines(scope, 'InDoubt', sweepOutbox, { field: 'inDoubt', metricName: doubtMetric });
  raiseAlarm(scope, 'MailsInDoubt', {
    metric: countedLines(scope, doubtMetric),
    above: 0,
    impact:
      'mails may or may not have left, and SES has not said. They are listed as "in doubt": ask the reader, or send them again by name.',
  });
  const takingForms = new Set(routes.filter(({ causesMail = false }) => causesMail).map(({ served }) => served));
  for (const name of takingForms)
    countLines(scope, `RefusedForms-${name}`, servedBy[name], {
      field: 'formRefused',
      metricName: refusedFormsMetric,
    });
  raiseAlarm(scope, 'FormsRefused', {
    metric: countedLines(scope, refusedFormsMetric),
    above: 20,
    impact:
      'people who submit, claim or ask for links are told to come back later: a flood of forms, or a limit that is too small.',
  });
  raiseAlarm(scope, 'Quarantined', {
    metric: countedLines(scope, quarantineMetric),
    above: 0,
    impact:
      'items that do not fit their schema are left out of lists and decisions, so a person may wait unseen. The log lines with "quarantined" name their keys.',
  });
  notifyOfAlarms(scope, settings.alarmEmail);
};
