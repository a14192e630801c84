import { CfnOutput, Stack } from 'aws-cdk-lib';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { ServiceFunction } from './service-function.ts';
import { DeadLetters } from './work-queue.ts';

/** The way out for mail: the sender's verified domain, and a configuration set that reports what became of each. */
export class MailChannel extends Construct {
  readonly from: string;
  readonly identity: EmailIdentity;
  readonly configurationSet: ConfigurationSet;

  constructor(scope: Construct, id: string, { from }: { readonly from: string }) {
    super(scope, id);
    this.from = from;
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      reputationMetrics: true,
      // Introductions carry contact details: rather a bounce that somebody sees than a mail in the clear.
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
    });
    this.identity = new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(from.slice(from.indexOf('@') + 1)),
    });
    for (const [index, record] of this.identity.dkimRecords.entries())
      new CfnOutput(this, `DkimRecord${index + 1}`, {
        description: 'A CNAME record that the mail domain needs before SES sends for it',
        value: `${record.name} CNAME ${record.value}`,
      });
    this.configurationSet.addEventDestination('Events', {
      // SES publishes to the default bus of the account only.
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'DefaultBus', 'default')),
      events: [
        EmailSendingEvent.SEND,
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.DELIVERY_DELAY,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
      ],
    });
  }

  /** Tells a function what became of each mail. Events of other configuration sets of the account do not reach it. */
  reportsTo(recorder: ServiceFunction): void {
    const deadLetters = new DeadLetters(this, 'LostReports', {
      impact: 'deliveries, bounces or complaints were not noted: doubtful mails stay doubtful. Nothing is sent twice.',
    });
    new Rule(this, 'Report', {
      description: 'What became of the mails of this service',
      eventPattern: {
        source: ['aws.ses'],
        account: [Stack.of(this).account],
        detail: { mail: { tags: { 'ses:configuration-set': [this.configurationSet.configurationSetName] } } },
      },
      targets: [new LambdaFunction(recorder.lambda, { deadLetterQueue: deadLetters.queue })],
    });
    // The rule's own dead letters are events that never reached the function; these are the ones it failed on.
    recorder.lambda.configureAsyncInvoke({ retryAttempts: 2, onFailure: new SqsDestination(deadLetters.queue) });
  }
}
