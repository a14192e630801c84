import { Duration, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, Metric, Stats, TreatMissingData, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { FilterPattern, MetricFilter, type ILogGroup } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';

/** Items that no longer pass their schema and were set aside, counted from the log lines that name them. */
export const quarantineMetric = 'QuarantinedItems';

/** Metrics of the service's own, apart for each stage. */
export const alarmNamespace = (scope: Construct): string => Stack.of(scope).stackName;

/** Runs of the sweeper that found mails in doubt for longer than SES takes to say, counted from the lines that name them. */
export const doubtMetric = 'MailsInDoubt';

/** Forms that were refused because as many came as are taken, counted from the lines that name their routes. */
export const refusedFormsMetric = 'FormsRefused';

/** Lines of log that were counted under a name. */
export const countedLines = (scope: Construct, metricName: string): IMetric =>
  new Metric({
    namespace: alarmNamespace(scope),
    metricName,
    statistic: Stats.SUM,
    period: Duration.minutes(5),
  });

/** Counts the lines of a function's log that have a field. */
export const countLines = (
  scope: Construct,
  id: string,
  { lambda }: { readonly lambda: { readonly logGroup: ILogGroup } },
  { field, metricName }: { readonly field: string; readonly metricName: string },
): void => {
  new MetricFilter(scope, id, {
    logGroup: lambda.logGroup,
    filterPattern: FilterPattern.exists(`$.${field}`),
    metricNamespace: alarmNamespace(scope),
    metricName,
  });
};

export interface AlarmProps {
  readonly metric: IMetric;
  /** The alarm rises when the metric is above this. */
  readonly above: number;
  /** What people notice, and what to do first. */
  readonly impact: string;
}

/** An alarm always says whom it hurts: a number alone tells nobody at night what to do. */
export const raiseAlarm = (scope: Construct, id: string, { metric, above, impact }: AlarmProps): Alarm =>
  new Alarm(scope, id, {
    metric,
    threshold: above,
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    evaluationPeriods: 1,
    treatMissingData: TreatMissingData.NOT_BREACHING,
    alarmDescription: `Impact: ${impact}`,
  });

/** Tells somebody of every alarm below `scope`; with no address they are seen in the console only. */
export const notifyOfAlarms = (scope: Construct, address: string | null): void => {
  if (address === null) return;
  const topic = new Topic(scope, 'AlarmTopic', { enforceSSL: true });
  topic.addSubscription(new EmailSubscription(address));
  for (const alarm of scope.node.findAll()) if (alarm instanceof Alarm) alarm.addAlarmAction(new SnsAction(topic));
};
