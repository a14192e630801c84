import { AssetHashType, DockerImage, Duration, RemovalPolicy, Token } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type * as z from 'zod';
import { bundleWithOthers, folderOf } from '../bundle.ts';
import { countLines, quarantineMetric, raiseAlarm } from './alarms.ts';
import type { Power } from './powers.ts';

export interface ServiceFunctionProps<Shape extends z.ZodRawShape> {
  /** The schema of `functions/<name>/env.ts`. */
  readonly env: z.ZodObject<Shape>;
  /** Together they must give every setting of the schema: one that is missing does not type-check. */
  readonly powers: Power<NoInfer<keyof Shape & string>>;
  readonly description: string;
  /** MB; processor time grows with it. */
  readonly memory: 256 | 512 | 1024 | 4096;
  /** Seconds. */
  readonly timeout: number;
  readonly logDays: RetentionDays;
  /** What people notice while it fails. */
  readonly impact: string;
}

const bundledCode = (name: string) =>
  Code.fromAsset(folderOf(name), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // The library insists on an image; with bundling on this machine that always succeeds, none is ever pulled.
      image: DockerImage.fromRegistry('unused'),
      local: {
        tryBundle: (folder) => {
          bundleWithOthers(name, folder);
          return true;
        },
      },
    },
  });

/** Refuses settings that the schema does not have, lacks or finds wrong. What is known only at deployment passes. */
const checked = (name: string, env: z.ZodObject, settings: Readonly<Record<string, string>>) => {
  const issues = env.strict().safeParse(settings).error?.issues ?? [];
  const wrong = issues.filter(({ path }) => !Token.isUnresolved(settings[String(path[0])]));
  if (wrong.length > 0)
    throw new Error(
      `Settings of the function ${name} are wrong:\n${wrong.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`).join('\n')}`,
    );
  return settings;
};

/**
 * A Lambda function of the service, named for its folder: bundled, with a role of its own that holds its powers and
 * nothing else (not the managed policy for logs either, which reaches every log group of the account).
 */
export class ServiceFunction<Shape extends z.ZodRawShape = z.ZodRawShape> extends Construct {
  readonly lambda: LambdaFunction;

  constructor(scope: Construct, name: string, props: ServiceFunctionProps<Shape>) {
    super(scope, name);
    const logGroup = new LogGroup(this, 'Logs', { retention: props.logDays, removalPolicy: RemovalPolicy.DESTROY });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    const writesLogs = new PolicyStatement({
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroup.logGroupArn],
    });
    for (const statement of [writesLogs, ...props.powers.statements]) role.addToPrincipalPolicy(statement);

    this.lambda = new LambdaFunction(this, 'Function', {
      description: props.description,
      code: bundledCode(name),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memory,
      timeout: Duration.seconds(props.timeout),
      role,
      logGroup,
      environment: {
        ...checked(name, props.env, props.powers.settings),
        POWERTOOLS_SERVICE_NAME: name,
        LOG_LEVEL: 'INFO',
        NODE_OPTIONS: '--enable-source-maps',
      },
    });

    countLines(this, 'Quarantined', this, { field: 'quarantined', metricName: quarantineMetric });
    raiseAlarm(this, 'Errors', {
      metric: this.lambda.metricErrors({ period: Duration.minutes(5) }),
      above: 0,
      impact: props.impact,
    });
  }
}
