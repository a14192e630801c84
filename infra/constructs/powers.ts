import { Stack } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { IndexName } from '../../shared/store/table.ts';
import type { Settings } from '../settings.ts';
import type { MailChannel } from './mail-channel.ts';
import type { SignIn } from './sign-in.ts';

/**
 * Something a function may do or know: the permission together with the settings by which the function finds what it
 * is about, so that neither can be given without the other. Each is named for its purpose and holds exact actions.
 */
export interface Power<Name extends string> {
  readonly settings: Readonly<Record<Name, string>>;
  readonly statements: readonly PolicyStatement[];
}

type NamesOf<P> = P extends Power<infer Name> ? Name : never;

/** For a function that works from what it is bundled with. */
export const nothing: Power<never> = { settings: {}, statements: [] };

/** Several powers as one. */
export const together = <const P extends readonly Power<string>[]>(...powers: P): Power<NamesOf<P[number]>> => ({
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- merging keeps every key, which the compiler cannot see
  settings: Object.assign({}, ...powers.map((power) => power.settings)) as Record<NamesOf<P[number]>, string>,
  statements: powers.flatMap((power) => power.statements),
});

const allow = (actions: string[], resources: string[]) => new PolicyStatement({ actions, resources });

/** A transaction is checked item by item: these actions cover TransactGetItems and TransactWriteItems too. */
export const mayReadTable = (table: TableV2, ...indexes: readonly IndexName[]): Power<'TABLE_NAME'> => ({
  settings: { TABLE_NAME: table.tableName },
  statements: [
    allow(['dynamodb:GetItem', 'dynamodb:Query'], [table.tableArn]),
    ...(indexes.length === 0
      ? []
      : [
          allow(
            ['dynamodb:Query'],
            indexes.map((index) => `${table.tableArn}/index/${index}`),
          ),
          // An index holds keys: what it points to is read in batches.
          allow(['dynamodb:BatchGetItem'], [table.tableArn]),
        ]),
  ],
});

export const mayWriteTable = (table: TableV2): Power<'TABLE_NAME'> => ({
  settings: { TABLE_NAME: table.tableName },
  statements: [
    allow(
      ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'],
      [table.tableArn],
    ),
  ],
});

/** Puts many items at a time, where no condition guards them: the lines of a round. */
export const mayFillTable = (table: TableV2): Power<'TABLE_NAME'> => ({
  settings: { TABLE_NAME: table.tableName },
  statements: [allow(['dynamodb:BatchWriteItem'], [table.tableArn])],
});

const mayPutAndDelete = (table: TableV2): Power<'TABLE_NAME'> => ({
  settings: { TABLE_NAME: table.tableName },
  statements: [allow(['dynamodb:PutItem', 'dynamodb:DeleteItem'], [table.tableArn])],
});

/** Adds and removes the items of directories; of everything else it changes nothing. */
export const mayKeepDirectories = (table: TableV2): Power<'TABLE_NAME'> => mayPutAndDelete(table);

/** Opens sessions and ends them; nothing of theirs is ever changed. */
export const mayKeepSessions = (table: TableV2): Power<'TABLE_NAME'> => mayPutAndDelete(table);

/** Moves mails of the outbox from status to status: changes items, and neither adds nor removes any. */
export const mayMoveMails = (table: TableV2): Power<'TABLE_NAME'> => ({
  settings: { TABLE_NAME: table.tableName },
  statements: [allow(['dynamodb:UpdateItem'], [table.tableArn])],
});

export const mayReadLinkSecret = (secret: ISecret): Power<'LINK_SECRET_ARN'> => ({
  settings: { LINK_SECRET_ARN: secret.secretArn },
  statements: [allow(['secretsmanager:GetSecretValue'], [secret.secretArn])],
});

const sendsTo = (queue: IQueue) => [allow(['sqs:SendMessage'], [queue.queueArn])];

export const mayQueueMails = (queue: IQueue): Power<'MAIL_QUEUE_URL'> => ({
  settings: { MAIL_QUEUE_URL: queue.queueUrl },
  statements: sendsTo(queue),
});

export const mayQueueMatches = (queue: IQueue): Power<'MATCH_QUEUE_URL'> => ({
  settings: { MATCH_QUEUE_URL: queue.queueUrl },
  statements: sendsTo(queue),
});

export const mayQueueDirectories = (queue: IQueue): Power<'DIRECTORY_QUEUE_URL'> => ({
  settings: { DIRECTORY_QUEUE_URL: queue.queueUrl },
  statements: sendsTo(queue),
});

export const mayQueueShortlists = (queue: IQueue): Power<'SHORTLIST_QUEUE_URL'> => ({
  settings: { SHORTLIST_QUEUE_URL: queue.queueUrl },
  statements: sendsTo(queue),
});

export const mayQueueRounds = (queue: IQueue): Power<'ROUND_QUEUE_URL'> => ({
  settings: { ROUND_QUEUE_URL: queue.queueUrl },
  statements: sendsTo(queue),
});

/** Sends as the service's own address and through its configuration set, and in no other way. */
export const maySendMails = (mail: MailChannel): Power<'MAIL_FROM' | 'MAIL_CONFIGURATION_SET'> => ({
  settings: { MAIL_FROM: mail.from, MAIL_CONFIGURATION_SET: mail.configurationSet.configurationSetName },
  statements: [
    allow(
      ['ses:SendRawEmail'],
      [
        mail.identity.emailIdentityArn,
        Stack.of(mail).formatArn({
          service: 'ses',
          resource: 'configuration-set',
          resourceName: mail.configurationSet.configurationSetName,
        }),
      ],
    ),
  ],
});

/** How fast one of its workers may send, so that all of them together keep to the account's rate. */
export const knowsSendRate = ({ sending }: Settings): Power<'SEND_INTERVAL_MS'> => ({
  settings: { SEND_INTERVAL_MS: `${Math.ceil((1000 * sending.workers) / sending.mailsPerSecond)}` },
  statements: [],
});

/** Which account and configuration set report what became of the service's mails. */
export const knowsMailOrigin = (mail: MailChannel): Power<'ACCOUNT_ID' | 'MAIL_CONFIGURATION_SET'> => ({
  settings: {
    ACCOUNT_ID: Stack.of(mail).account,
    MAIL_CONFIGURATION_SET: mail.configurationSet.configurationSetName,
  },
  statements: [],
});

export const knowsCoordinator = ({ coordinatorEmail }: Settings): Power<'COORDINATOR_EMAIL'> => ({
  settings: { COORDINATOR_EMAIL: coordinatorEmail },
  statements: [],
});

/** What stands in every mail: who sends it, and where its links lead. */
export const knowsSignIn = (
  { userPool, client }: SignIn,
  siteUrl: string,
): Power<'SIGN_IN_ISSUER' | 'SIGN_IN_CLIENT_ID' | 'SITE_URL'> => ({
  settings: {
    SIGN_IN_ISSUER: userPool.userPoolProviderUrl,
    SIGN_IN_CLIENT_ID: client.userPoolClientId,
    SITE_URL: siteUrl,
  },
  statements: [],
});

export const knowsSender = (settings: Settings, siteUrl: string): Power<'POSTAL_ADDRESS' | 'SITE_URL'> => ({
  settings: {
    POSTAL_ADDRESS: settings.postalAddress,
    SITE_URL: siteUrl,
  },
  statements: [],
});

export const knowsPeriods = ({
  periods,
}: Settings): Power<'CONFIRM_HOURS' | 'ANSWER_DAYS' | 'REMINDERS' | 'UNDO_MINUTES' | 'SWEEP_MINUTES'> => ({
  settings: {
    CONFIRM_HOURS: `${periods.confirmHours}`,
    ANSWER_DAYS: `${periods.answerDays}`,
    REMINDERS: `${periods.reminders}`,
    UNDO_MINUTES: `${periods.undoMinutes}`,
    SWEEP_MINUTES: `${periods.sweepMinutes}`,
  },
  statements: [],
});

export const knowsDigest = ({ digest }: Settings): Power<'DIGEST_ZONE' | 'DIGEST_HOUR'> => ({
  settings: { DIGEST_ZONE: digest.zone, DIGEST_HOUR: `${digest.hour}` },
  statements: [],
});

export const knowsMatching = ({ matching }: Settings): Power<'DETOUR_FACTOR' | 'MILES_PER_HOUR' | 'REST_MINUTES'> => ({
  settings: {
    DETOUR_FACTOR: `${matching.detourFactor}`,
    MILES_PER_HOUR: `${matching.milesPerHour}`,
    REST_MINUTES: `${matching.restMinutes}`,
  },
  statements: [],
});

export const knowsFormLimits = ({ forms }: Settings): Power<'MAX_FORMS_A_NETWORK_A_DAY' | 'MAX_FORMS_AN_HOUR'> => ({
  settings: { MAX_FORMS_A_NETWORK_A_DAY: `${forms.perNetworkADay}`, MAX_FORMS_AN_HOUR: `${forms.anHour}` },
  statements: [],
});

export const knowsContactBudget = ({
  contacts,
}: Settings): Power<'MAX_OPEN_BRIEFS' | 'MAX_BRIEFS_A_MONTH' | 'REST_DAYS_AFTER_NO'> => ({
  settings: {
    MAX_OPEN_BRIEFS: `${contacts.maxOpenBriefs}`,
    MAX_BRIEFS_A_MONTH: `${contacts.maxBriefsAMonth}`,
    REST_DAYS_AFTER_NO: `${contacts.restDaysAfterNo}`,
  },
  statements: [],
});
