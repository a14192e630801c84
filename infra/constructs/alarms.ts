import { Duration, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, Metric, Stats, TreatMissingData, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';

/** Items that no longer pass their schema and were set aside, counted from the log lines that name them. */
export const quarantineMetric = 'QuarantinedItems';

/** Metrics of the service's own, apart for each stage. */
export const alarmNamespace = (scope: Construct): string => Stack.of(scope).stackName;

export const quarantinedItems = (scope: Construct): IMetric =>
  new Metric({
    namespace: alarmNamespace(scope),
    metricName: quarantineMetric,
    statistic: Stats.SUM,
    period: Duration.minutes(5),
  });

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
