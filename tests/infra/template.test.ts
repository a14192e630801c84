import { readdirSync, readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { describe, expect, expectTypeOf, it } from 'vitest';
import * as z from 'zod';
import { knowsMatching, knowsSendRate, mayReadTable, together, type Power } from '../../infra/constructs/powers.ts';
import { ServiceFunction } from '../../infra/constructs/service-function.ts';
import { parseSettings } from '../../infra/settings.ts';
import { settingsOf } from '../../infra/stages.ts';
import { addStacks } from '../../infra/stacks.ts';
import { routes } from '../../shared/contracts/routes.ts';
import { matchesPattern } from '../../local/pattern.ts';
import { idOf, readTemplate } from './read-template.ts';

const project = new URL('../../', import.meta.url);
const { context } = z
  .object({ context: z.record(z.string(), z.unknown()) })
  .parse(JSON.parse(readFileSync(new URL('cdk.json', project), 'utf8')));

/** The app as `cdk synth` sees it, but for the bundles. */
const newApp = () => new App({ context: { ...context, 'aws:cdk:bundling-stacks': [] } });

const laptop = settingsOf('laptop');
const realAddresses = {
  mailFrom: 'placements@sites.test',
  coordinatorEmail: 'coordinators@sites.test',
  alarmEmail: 'operators@sites.test',
};

const stacks = addStacks(newApp(), laptop);
const data = readTemplate(Template.fromStack(stacks.data));
const service = readTemplate(Template.fromStack(stacks.service));

const mappings = service.all('AWS::Lambda::EventSourceMapping');
const alarms = service.all('AWS::CloudWatch::Alarm');
const rules = service.all('AWS::Events::Rule');

describe('the data stack', () => {
  it('keeps the table when the stack goes, guards it, and can restore it to any second', () => {
    expect(data.only('AWS::DynamoDB::GlobalTable')).toMatchObject({
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
        TimeToLiveSpecification: { AttributeName: 'expiresAtEpoch', Enabled: true },
        Replicas: [
          {
            DeletionProtectionEnabled: true,
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          },
        ],
      },
    });
  });

  it('keeps the link secret, made in the shape that links read', () => {
    expect(data.only('AWS::SecretsManager::Secret')).toMatchObject({
      DeletionPolicy: 'Retain',
      Properties: {
        GenerateSecretString: { SecretStringTemplate: '{"current":"k1"}', GenerateStringKey: 'k1', PasswordLength: 64 },
      },
    });
  });

  it('holds nothing that runs', () => {
    expect(data.lambdas).toEqual([]);
  });
});

describe('roles', () => {
  it('name every action and every resource', () => {
    const wild = service
      .all('AWS::IAM::Policy')
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
      .filter(({ Action, Resource }) => JSON.stringify([Action, Resource]).includes('*'));
    expect(wild).toEqual([]);
  });

  it('hold no managed policy', () => {
    const managed = service.all('AWS::IAM::Role').filter(({ ManagedPolicyArns }) => ManagedPolicyArns !== undefined);
    expect(managed).toEqual([]);
  });

  it('let the functions behind GET routes read, and nothing else', () => {
    for (const name of ['public-read', 'public-match'])
      expect(service.actionsOf(name).toSorted()).toEqual([
        'dynamodb:BatchGetItem',
        'dynamodb:GetItem',
        'dynamodb:Query',
        'dynamodb:Query',
        'logs:CreateLogStream',
        'logs:PutLogEvents',
        'secretsmanager:GetSecretValue',
      ]);
  });

  it('give the documentation its log group and nothing else', () => {
    expect(service.actionsOf('api-docs')).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents']);
  });

  it('let one function send mail, as the service and through its configuration set', () => {
    const sends = service.lambdas.flatMap(({ name }) =>
      service.statementsOf(name).flatMap((statement) => {
        return String(statement.Action).includes('ses:') ? [{ name, ...statement }] : [];
      }),
    );
    expect(sends).toMatchObject([{ name: 'deliver-email', Action: 'ses:SendRawEmail' }]);
    const resources = JSON.stringify(sends[0]?.Resource);
    expect(resources).toContain(`:identity/",{"Ref":"${service.only('AWS::SES::EmailIdentity').id}"}`);
    expect(resources).toContain(`:configuration-set/",{"Ref":"${service.only('AWS::SES::ConfigurationSet').id}"}`);
  });

  it('let keep-directory put and remove items, and change none', () => {
    const writes = service
      .actionsOf('keep-directory')
      .filter((action) => /^dynamodb:(?!(Batch)?GetItem|Query)/.test(action));
    expect(writes).toEqual(['dynamodb:DeleteItem', 'dynamodb:PutItem']);
  });

  it.each(['deliver-email', 'sweep-outbox'])('let %s neither add nor remove an item', (name) => {
    const writes = service.actionsOf(name).filter((action) => /^dynamodb:(?!(Batch)?GetItem|Query)/.test(action));
    expect(writes).toEqual(['dynamodb:UpdateItem']);
  });

  it('let whoever hears what became of mails reach nothing but the table, its log and its dead letters', () => {
    const services = service.actionsOf('record-email-event').map((action) => action.split(':')[0]);
    expect(new Set(services)).toEqual(new Set(['dynamodb', 'logs', 'sqs']));
  });
});

describe('functions', () => {
  it('are those that have a folder', () => {
    const folders = readdirSync(new URL('functions', project), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(service.lambdas.map(({ name }) => name).toSorted()).toEqual(folders.toSorted());
  });

  it.each(service.lambdas)('$name runs on Node 24, arm64, with its own time-out and expiring logs', (lambda) => {
    expect(lambda).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
    // Lambda's default is 3 seconds.
    expect(lambda.Timeout).toBeGreaterThan(3);
    const logs = service.all('AWS::Logs::LogGroup').find(({ id }) => id === idOf(lambda.LoggingConfig.LogGroup));
    expect(logs?.RetentionInDays).toBe(laptop.logDays);
  });

  it('are refused a setting that their schema does not have', () => {
    const { data: kept, service: stack } = addStacks(newApp(), laptop);
    const build = () =>
      new ServiceFunction(stack, 'knows-too-much', {
        env: z.object({ TABLE_NAME: z.string() }),
        powers: together(mayReadTable(kept.table), knowsMatching(laptop)),
        description: 'is told what it does not ask for',
        memory: 256,
        timeout: 10,
        logDays: 7,
        impact: 'none',
      });
    expect(build).toThrow(/knows-too-much[^]*DETOUR_FACTOR/);
  });

  it('do not type-check without a setting of their schema', () => {
    expectTypeOf<Power<'TABLE_NAME'>>().not.toExtend<Power<'TABLE_NAME' | 'LINK_SECRET_ARN'>>();
    expectTypeOf<Power<'TABEL_NAME'>>().not.toExtend<Power<'TABLE_NAME'>>();
  });
});

describe('queues and event sources', () => {
  const queues = service.all('AWS::SQS::Queue');
  const deadLetters = new Set(
    [
      ...queues.flatMap(({ RedrivePolicy }) => RedrivePolicy?.deadLetterTargetArn ?? []),
      ...mappings.flatMap(({ DestinationConfig }) => DestinationConfig?.OnFailure.Destination ?? []),
      ...rules.flatMap(({ Targets }) => Targets.flatMap(({ DeadLetterConfig }) => DeadLetterConfig?.Arn ?? [])),
    ].map(idOf),
  );

  it('set aside every message that fails for good', () => {
    const working = queues.filter(({ id }) => !deadLetters.has(id));
    expect(working.length).toBeGreaterThan(3);
    for (const { RedrivePolicy } of working) expect(RedrivePolicy?.maxReceiveCount).toBe(5);
  });

  it('tell somebody of everything set aside', () => {
    const watched = alarms
      .filter(({ MetricName }) => MetricName === 'ApproximateNumberOfMessagesVisible')
      .flatMap(({ Dimensions = [] }) => Dimensions.map(({ Value }) => idOf(Value)));
    expect(watched.toSorted()).toEqual([...deadLetters].toSorted());
  });

  it('have one reader of the stream, with an end to retries and a place for what fails', () => {
    const ofStream = mappings.filter(({ EventSourceArn }) => idOf(EventSourceArn).includes('StreamArn'));
    expect(ofStream).toMatchObject([
      {
        FunctionName: { Ref: service.lambda('relay-changes').id },
        BisectBatchOnFunctionError: true,
        MaximumRetryAttempts: 8,
        StartingPosition: 'TRIM_HORIZON',
      },
    ]);
    expect(ofStream[0]).toHaveProperty('DestinationConfig.OnFailure.Destination');
  });

  it('pass on every change of a site but what an import inserts', () => {
    const stream = mappings.find(({ FunctionName }) => service.lambdaBehind(FunctionName)?.name === 'relay-changes');
    const filters = (stream?.FilterCriteria?.Filters ?? []).map(({ Pattern }): unknown => JSON.parse(Pattern));
    const passes = (change: object) => filters.some((filter) => matchesPattern(filter, change));
    const intake = { kind: { S: 'intake' }, discipline: { S: 'CT' } };
    const imported = { ...intake, imported: { BOOL: true } };
    expect(passes({ eventName: 'INSERT', dynamodb: { NewImage: intake } })).toBe(true);
    expect(passes({ eventName: 'INSERT', dynamodb: { NewImage: imported } })).toBe(false);
    expect(passes({ eventName: 'MODIFY', dynamodb: { NewImage: imported } })).toBe(true);
    expect(passes({ eventName: 'INSERT', dynamodb: { NewImage: { kind: { S: 'directory-change' } } } })).toBe(false);
  });

  it('do only the failed part of a batch again', () => {
    for (const { FunctionResponseTypes } of mappings)
      expect(FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
  });

  it('hide a message for six times as long as its worker may take, and a part of a round a little longer than that', () => {
    const times = queues
      .filter(({ id }) => !deadLetters.has(id))
      .map(({ id, VisibilityTimeout }) => {
        const worker = mappings.find(({ EventSourceArn }) => idOf(EventSourceArn) === id);
        const lambda = worker && service.lambdaBehind(worker.FunctionName);
        return { VisibilityTimeout, worker: lambda?.Timeout, factor: lambda?.name === 'run-round' ? 1.1 : 6 };
      });
    for (const { VisibilityTimeout, worker, factor } of times)
      expect(VisibilityTimeout).toBeCloseTo(factor * (worker ?? Number.NaN));
  });

  it('hear from SES what became of each mail of this service, and of no other', () => {
    expect(service.only('AWS::SES::ConfigurationSetEventDestination')).toMatchObject({
      Properties: {
        EventDestination: {
          Enabled: true,
          MatchingEventTypes: ['send', 'delivery', 'deliveryDelay', 'bounce', 'complaint', 'reject'],
        },
      },
    });
    const hearing = rules.filter(({ EventPattern }) => EventPattern !== undefined);
    const configurationSet = { Ref: service.only('AWS::SES::ConfigurationSet').id };
    expect(hearing).toMatchObject([
      {
        EventPattern: {
          source: ['aws.ses'],
          account: [{ Ref: 'AWS::AccountId' }],
          detail: { mail: { tags: { 'ses:configuration-set': [configurationSet] } } },
        },
        Targets: [{ Arn: { 'Fn::GetAtt': [service.lambda('record-email-event').id, 'Arn'] } }],
      },
    ]);
  });

  it('send no faster than the account may, all workers together', () => {
    const mapping = mappings.find(({ FunctionName }) => service.lambdaBehind(FunctionName)?.name === 'deliver-email');
    expect(mapping?.ScalingConfig).toEqual({ MaximumConcurrency: laptop.sending.workers });
    const { SEND_INTERVAL_MS: interval } = service.lambda('deliver-email').Environment.Variables;
    expect(interval).toBe(knowsSendRate(laptop).settings.SEND_INTERVAL_MS);
  });

  it.each([
    { mailsPerSecond: 1, workers: 2 },
    { mailsPerSecond: 14, workers: 2 },
    { mailsPerSecond: 200, workers: 28 },
    { mailsPerSecond: 13, workers: 3 },
  ])('make $mailsPerSecond mails a second of $workers workers, and leave little of it unused', (sending) => {
    const interval = Number(knowsSendRate({ ...laptop, sending }).settings.SEND_INTERVAL_MS);
    const rate = (1000 * sending.workers) / interval;
    expect(rate).toBeLessThanOrEqual(sending.mailsPerSecond);
    expect(rate).toBeGreaterThan(0.98 * sending.mailsPerSecond);
  });

  it('run deadlines and the sweeper every minute', () => {
    const scheduled = rules.filter(({ ScheduleExpression }) => ScheduleExpression === 'rate(1 minute)');
    const run = scheduled.flatMap(({ Targets }) => Targets.map(({ Arn }) => service.lambdaBehind(Arn)?.name));
    expect(new Set(run)).toEqual(new Set(['run-deadlines', 'sweep-outbox']));
  });
});

describe('the HTTP API', () => {
  const built = new Map(service.all('AWS::ApiGatewayV2::Route').map((route) => [route.RouteKey, route]));
  const servedBy = (key: string) => {
    const integration = service
      .all('AWS::ApiGatewayV2::Integration')
      .find(({ id }) => id === idOf(built.get(key)?.Target['Fn::Join'][1][1] ?? ''));
    return integration && service.lambdaBehind(integration.IntegrationUri)?.name;
  };

  it('has the routes of the contracts and a last resort, no others', () => {
    expect([...built.keys()].toSorted()).toEqual(
      ['$default', ...routes.map(({ method, path }) => `${method} ${path}`)].toSorted(),
    );
    expect(servedBy('$default')).toBe('api-docs');
  });

  it.each(routes)(
    'sends $method $path to its function, asking for a sign-in exactly when its contract does',
    (route) => {
      const key = `${route.method} ${route.path}`;
      expect(servedBy(key)).toBe(route.served);
      const signedIn = route.access.by === 'sign-in';
      expect(built.get(key)?.AuthorizationType).toBe(signedIn ? 'JWT' : 'NONE');
      expect(built.get(key)?.AuthorizerId !== undefined).toBe(signedIn);
    },
  );

  it('believes the tokens of its own user pool and client only', () => {
    expect(service.only('AWS::ApiGatewayV2::Authorizer')).toMatchObject({
      Properties: {
        AuthorizerType: 'JWT',
        JwtConfiguration: {
          Audience: [{ Ref: service.only('AWS::Cognito::UserPoolClient').id }],
          Issuer: { 'Fn::GetAtt': [service.only('AWS::Cognito::UserPool').id, 'ProviderURL'] },
        },
      },
    });
  });

  it('logs the route and never the path, which may hold a token, nor who called', () => {
    const logged = JSON.stringify(service.only('AWS::ApiGatewayV2::Stage')).match(/\$context\.[\w.]+/g);
    expect(logged?.toSorted()).toEqual([
      '$context.requestId',
      '$context.requestTimeEpoch',
      '$context.responseLatency',
      '$context.routeKey',
      '$context.status',
    ]);
  });

  it('is throttled', () => {
    expect(service.only('AWS::ApiGatewayV2::Stage')).toMatchObject({
      Properties: {
        DefaultRouteSettings: {
          ThrottlingRateLimit: laptop.requestsPerSecond,
          ThrottlingBurstLimit: laptop.requestsAtOnce,
        },
      },
    });
  });

  it('takes fewer of the forms that cause a mail, which are all that anybody may send without a link', () => {
    const open = routes.filter(
      ({ method, path, access }) => method !== 'GET' && access.by === 'anyone' && !path.includes('{token}'),
    );
    expect(open.filter(({ causesMail }) => causesMail !== true)).toEqual([]);
    const settings = { ThrottlingRateLimit: laptop.forms.perSecond, ThrottlingBurstLimit: laptop.forms.atOnce };
    expect(service.only('AWS::ApiGatewayV2::Stage')).toMatchObject({
      Properties: {
        RouteSettings: Object.fromEntries(open.map(({ method, path }) => [`${method} ${path}`, settings])),
      },
    });
  });
});

describe('sign-in', () => {
  it('lets nobody sign up, and knows both roles', () => {
    expect(service.only('AWS::Cognito::UserPool')).toMatchObject({
      DeletionPolicy: 'Retain',
      Properties: { AdminCreateUserConfig: { AllowAdminCreateUserOnly: true }, DeletionProtection: 'ACTIVE' },
    });
    const groups = service.all('AWS::Cognito::UserPoolGroup').map(({ GroupName }) => GroupName);
    expect(groups.toSorted()).toEqual(['admin', 'coordinator']);
  });

  it('gives tokens for a code only, to a client without a secret', () => {
    expect(service.only('AWS::Cognito::UserPoolClient')).toMatchObject({
      Properties: {
        AllowedOAuthFlows: ['code'],
        ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
        GenerateSecret: false,
      },
    });
  });
});

describe('alarms', () => {
  it('say what people notice', () => {
    for (const { AlarmDescription } of alarms) expect(AlarmDescription).toMatch(/^Impact: \S.{20,}/);
  });

  it('watch every function, the delay of the stream, the API and quarantined items', () => {
    const failing = alarms.filter(({ MetricName }) => MetricName === 'Errors');
    const watched = failing.flatMap(({ Dimensions = [] }) => Dimensions.map(({ Value }) => idOf(Value)));
    expect(watched.toSorted()).toEqual(service.lambdas.map(({ id }) => id).toSorted());
    const metrics = alarms.map(({ MetricName }) => MetricName);
    for (const metric of ['IteratorAge', '5xx', 'QuarantinedItems', 'MailsInDoubt', 'FormsRefused'])
      expect(metrics.filter((name) => name === metric)).toHaveLength(1);
    const counted = service.all('AWS::Logs::MetricFilter').map((filter) => JSON.stringify(filter));
    expect(counted.filter((filter) => filter.includes('QuarantinedItems'))).toHaveLength(service.lambdas.length);
  });

  it('reach somebody where the stage names an address', () => {
    const staging = parseSettings('staging', { ...laptop, ...realAddresses, stage: 'staging' });
    const template = readTemplate(Template.fromStack(addStacks(newApp(), staging).service));
    for (const { AlarmActions } of template.all('AWS::CloudWatch::Alarm')) expect(AlarmActions).toHaveLength(1);
    expect(template.only('AWS::SNS::Subscription')).toMatchObject({
      Properties: { Protocol: 'email', Endpoint: realAddresses.alarmEmail },
    });
  });
});

describe('settings of a stage', () => {
  it.each([
    ['periods.answerDays', { periods: { ...laptop.periods, answerDays: 0 } }],
    ['periods.sweepMinutes', { periods: { ...laptop.periods, sweepMinutes: 13 } }],
    ['sending.workers', { sending: { ...laptop.sending, workers: 1 } }],
    ['matching.detourFactor', { matching: { ...laptop.matching, detourFactor: 0.5 } }],
    ['siteUrl', { siteUrl: 'http://sites.test' }],
    ['siteUrl', { siteUrl: 'https://sites.test/' }],
    ['mailFrom', { mailFrom: 'placements' }],
    ['coordinatorEmail', { coordinatorEmail: undefined }],
    ['postalAddress', { postalAddress: '' }],
    ['signInCallbackUrls', { signInCallbackUrls: [] }],
    ['logDays', { logDays: 8 }],
    ['answerDay', { answerDay: 7 }],
    ['removal', { ...realAddresses, stage: 'production', removal: 'destroy' }],
  ])('are refused with the name of the wrong field: %s', (field, change) => {
    expect(() => parseSettings('test', { ...laptop, ...change })).toThrow(field);
  });

  it.each(['staging', 'production'])('do not let %s out with example addresses', (stage) => {
    expect(() => settingsOf(stage)).toThrow(/mailFrom[^]*coordinatorEmail[^]*alarmEmail/);
  });

  it('are those of a stage that exists', () => {
    expect(() => settingsOf('prodution')).toThrow(/"prodution".*laptop, staging, production/);
  });
});

describe('the rules of AWS Solutions', () => {
  it.each(['laptop', 'production'])('are kept by %s, or the exception has its reason', (stage) => {
    const app = newApp();
    addStacks(app, parseSettings(stage, { ...laptop, ...realAddresses, stage }));
    expect(() => app.synth()).not.toThrow();
  });

  it('stop a synthesis that breaks one', () => {
    const app = newApp();
    const { service: stack } = addStacks(app, laptop);
    expect(new Queue(stack, 'PlainQueue')).toBeDefined();
    expect(() => app.synth()).toThrow(/PlainQueue[^]*does not require requests to use SSL/);
  });
});
