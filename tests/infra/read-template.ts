import type { Template } from 'aws-cdk-lib/assertions';

/** How one resource of a template names another. */
type Reference = string | { readonly Ref: string } | { readonly 'Fn::GetAtt': readonly [string, string] };

export interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
}

/** The properties that the tests read, by type of resource. */
interface PropertiesOf {
  'AWS::IAM::Policy': {
    readonly PolicyDocument: { readonly Statement: readonly Statement[] };
    readonly Roles: readonly Reference[];
  };
  'AWS::IAM::Role': { readonly ManagedPolicyArns?: readonly unknown[] };
  'AWS::Lambda::Function': {
    readonly Runtime: string;
    readonly Architectures: readonly string[];
    readonly Timeout: number;
    readonly Role: Reference;
    readonly LoggingConfig: { readonly LogGroup: Reference };
    readonly Environment: {
      readonly Variables: { readonly POWERTOOLS_SERVICE_NAME: string; readonly SEND_INTERVAL_MS?: string };
    };
  };
  'AWS::Lambda::EventSourceMapping': {
    readonly EventSourceArn: Reference;
    readonly FunctionName: Reference;
    readonly FunctionResponseTypes: readonly string[];
    readonly FilterCriteria?: { readonly Filters: readonly { readonly Pattern: string }[] };
    readonly BisectBatchOnFunctionError?: boolean;
    readonly MaximumRetryAttempts?: number;
    readonly ScalingConfig?: { readonly MaximumConcurrency: number };
    readonly StartingPosition?: string;
    readonly DestinationConfig?: { readonly OnFailure: { readonly Destination: Reference } };
  };
  'AWS::SQS::Queue': {
    readonly RedrivePolicy?: { readonly deadLetterTargetArn: Reference; readonly maxReceiveCount: number };
    readonly VisibilityTimeout?: number;
  };
  'AWS::Events::Rule': {
    readonly ScheduleExpression?: string;
    readonly EventPattern?: unknown;
    readonly Targets: readonly { readonly Arn: Reference; readonly DeadLetterConfig?: { readonly Arn: Reference } }[];
  };
  'AWS::Logs::LogGroup': { readonly RetentionInDays?: number };
  'AWS::Logs::MetricFilter': { readonly LogGroupName: Reference };
  'AWS::CloudWatch::Alarm': {
    readonly AlarmDescription?: string;
    readonly MetricName: string;
    readonly Dimensions?: readonly { readonly Value: Reference }[];
    readonly AlarmActions?: readonly unknown[];
  };
  'AWS::ApiGatewayV2::Route': {
    readonly RouteKey: string;
    readonly AuthorizationType: string;
    readonly AuthorizerId?: Reference;
    readonly Target: { readonly 'Fn::Join': readonly [string, readonly [string, Reference]] };
  };
  'AWS::ApiGatewayV2::Integration': { readonly IntegrationUri: Reference };
  'AWS::Cognito::UserPoolGroup': { readonly GroupName: string };
}

/** The logical id behind a reference; a value from another stack stands for itself. */
export const idOf = (reference: Reference): string => {
  if (typeof reference === 'string') return reference;
  if ('Ref' in reference) return reference.Ref;
  return 'Fn::GetAtt' in reference ? reference['Fn::GetAtt'][0] : JSON.stringify(reference);
};

/** A template, read by the names that people use. */
export const readTemplate = (template: Template) => {
  const all = <Type extends keyof PropertiesOf>(type: Type) =>
    Object.entries(template.findResources(type)).map(([id, resource]) =>
      Object.assign({ id }, resource['Properties'] as PropertiesOf[Type]),
    );

  /** The one resource of a type, whole. */
  const only = (type: string): Readonly<Record<string, unknown>> & { readonly id: string } => {
    const [first, ...others] = Object.entries(template.findResources(type));
    if (first === undefined || others.length > 0) throw new Error(`There is not exactly one ${type}.`);
    return { id: first[0], ...(first[1] as Readonly<Record<string, unknown>>) };
  };

  const lambdas = all('AWS::Lambda::Function').map((one) =>
    Object.assign({ name: one.Environment.Variables.POWERTOOLS_SERVICE_NAME }, one),
  );
  const lambda = (name: string) => {
    const found = lambdas.find((one) => one.name === name);
    if (found === undefined) throw new Error(`There is no function ${name}.`);
    return found;
  };
  const lambdaBehind = (reference: Reference) => lambdas.find(({ id }) => id === idOf(reference));

  const statementsOf = (name: string) => {
    const role = idOf(lambda(name).Role);
    return all('AWS::IAM::Policy')
      .filter(({ Roles }) => Roles.some((reference) => idOf(reference) === role))
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
  };
  const actionsOf = (name: string) => statementsOf(name).flatMap(({ Action }) => Action);

  return { all, only, lambdas, lambda, lambdaBehind, statementsOf, actionsOf };
};
