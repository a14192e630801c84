import { createHash } from 'node:crypto';

/** Where the laptop cloud stands in for AWS: what references to resources turn into. */
export interface Addresses {
  /** Base URL of the HTTP API. */
  readonly api: string;
  /** Where every SDK call goes; queue URLs lie below it. */
  readonly gateway: string;
  /** The sign-in's issuer, in place of the user pool's. */
  readonly issuer: string;
}

/** How what is made here is called and reached. */
export interface Deployment extends Addresses {
  /** Tells this laptop cloud's tables and queues from those of another one on the same DynamoDB. */
  readonly mark: string;
}

export const region = 'us-east-1';
export const accountId = '000000000000';

/** `arn:aws:<service>:<region>:<account>:<resource>`. */
export const arnOf = (service: string, resource: string): string =>
  `arn:aws:${service}:${region}:${accountId}:${resource}`;

type Attribute = (name: string, addresses: Addresses) => string;

/** How a resource type is named and referred to. What it does is the business of the module that runs it. */
interface ResourceType {
  /** The property that holds the physical name, where a template gives one. */
  readonly name?: string;
  /** The physical name where the service makes one up. */
  readonly generated?: (key: string) => string;
  /** What `Ref` returns; the physical name unless said otherwise. */
  readonly ref?: Attribute;
  readonly attributes?: Readonly<Record<string, Attribute>>;
}

export const mark = (key: string, length: number): string =>
  BigInt(`0x${createHash('sha256').update(key).digest('hex')}`)
    .toString(36)
    .slice(0, length);

const global = (resource: string): string => `arn:aws:iam::${accountId}:${resource}`;
const secretArn = (name: string): string => arnOf('secretsmanager', `secret:${name}-${mark(name, 6)}`);
const topicArn = (name: string): string => arnOf('sns', name);

/** The stream's label is fixed: a table has one stream here. */
export const streamArn = (table: string): string => arnOf('dynamodb', `table/${table}/stream/laptop`);
/** The name of a queue is the end of its URL and of its ARN. */
export const queueName = (urlOrArn: string): string => urlOrArn.split(/[/:]/u).at(-1) ?? '';
export const queueUrl = (name: string, gateway: string): string => `${gateway}/${accountId}/${name}`;

/** Every resource type that may stand in a template. Those without an emulation here change nothing on a laptop. */
export const resourceTypes: Readonly<Record<string, ResourceType>> = {
  'AWS::ApiGatewayV2::Api': {
    generated: (key) => mark(key, 10),
    attributes: { ApiId: (name) => name, ApiEndpoint: (_, { api }) => api },
  },
  'AWS::ApiGatewayV2::Authorizer': {},
  'AWS::ApiGatewayV2::Integration': {},
  'AWS::ApiGatewayV2::Route': {},
  'AWS::ApiGatewayV2::Stage': { name: 'StageName' },
  'AWS::CDK::Metadata': {},
  'AWS::CloudWatch::Alarm': { name: 'AlarmName', attributes: { Arn: (name) => arnOf('cloudwatch', `alarm:${name}`) } },
  'AWS::CloudWatch::CompositeAlarm': { name: 'AlarmName' },
  'AWS::CloudWatch::Dashboard': { name: 'DashboardName' },
  'AWS::Cognito::UserPool': {
    generated: (key) => `${region}_${mark(key, 9)}`,
    attributes: {
      Arn: (name) => arnOf('cognito-idp', `userpool/${name}`),
      ProviderURL: (_, { issuer }) => issuer,
      UserPoolId: (name) => name,
    },
  },
  'AWS::Cognito::UserPoolClient': { generated: (key) => mark(key, 26), attributes: { ClientId: (name) => name } },
  'AWS::Cognito::UserPoolDomain': { name: 'Domain' },
  'AWS::Cognito::UserPoolGroup': { name: 'GroupName' },
  'AWS::Cognito::UserPoolResourceServer': { name: 'Identifier' },
  'AWS::DynamoDB::GlobalTable': {
    name: 'TableName',
    attributes: { Arn: (name) => arnOf('dynamodb', `table/${name}`), StreamArn: (name) => streamArn(name) },
  },
  'AWS::Events::Rule': { name: 'Name', attributes: { Arn: (name) => arnOf('events', `rule/${name}`) } },
  'AWS::IAM::ManagedPolicy': { name: 'ManagedPolicyName', ref: (name) => global(`policy/${name}`) },
  'AWS::IAM::Policy': { name: 'PolicyName' },
  'AWS::IAM::Role': { name: 'RoleName', attributes: { Arn: (name) => global(`role/${name}`) } },
  'AWS::Lambda::EventInvokeConfig': {},
  'AWS::Lambda::EventSourceMapping': {},
  'AWS::Lambda::Function': {
    name: 'FunctionName',
    attributes: { Arn: (name) => arnOf('lambda', `function:${name}`) },
  },
  'AWS::Lambda::Permission': {},
  'AWS::Logs::LogGroup': { name: 'LogGroupName', attributes: { Arn: (name) => arnOf('logs', `log-group:${name}:*`) } },
  'AWS::Logs::MetricFilter': {},
  'AWS::SecretsManager::Secret': { name: 'Name', ref: secretArn, attributes: { Id: secretArn } },
  'AWS::SES::ConfigurationSet': { name: 'Name' },
  'AWS::SES::ConfigurationSetEventDestination': {},
  'AWS::SES::EmailIdentity': { name: 'EmailIdentity' },
  'AWS::SNS::Subscription': {},
  'AWS::SNS::Topic': { name: 'TopicName', ref: topicArn, attributes: { TopicArn: topicArn } },
  'AWS::SNS::TopicPolicy': {},
  'AWS::SQS::Queue': {
    name: 'QueueName',
    ref: (name, { gateway }) => queueUrl(name, gateway),
    attributes: { Arn: (name) => arnOf('sqs', name), QueueName: (name) => name },
  },
  'AWS::SQS::QueuePolicy': {},
};

/** The addresses that templates spell out themselves, and what stands in for them. */
export const standIn = (type: string, name: string, addresses: Addresses): readonly [string, string] | null => {
  if (type === 'AWS::ApiGatewayV2::Api') {
    return [`https://${name}.execute-api.${region}.amazonaws.com`, addresses.api];
  }
  if (type === 'AWS::Cognito::UserPool') {
    return [`https://cognito-idp.${region}.amazonaws.com/${name}`, addresses.issuer];
  }
  return null;
};
