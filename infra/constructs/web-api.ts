import { CfnOutput, Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CfnStage,
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Route, ServingFunction } from '../../shared/contracts/route.ts';
import type { Settings } from '../settings.ts';
import { raiseAlarm } from './alarms.ts';
import type { ServiceFunction } from './service-function.ts';
import type { SignIn } from './sign-in.ts';

export interface AnswersProps {
  readonly routes: readonly Route[];
  readonly servedBy: Readonly<Record<ServingFunction, ServiceFunction>>;
  readonly signIn: SignIn;
}

/** The HTTP API: exactly the routes of the contracts, each with its function. */
export class WebApi extends Construct {
  readonly api: HttpApi;
  /** What links in mails and ways back from elsewhere begin with, without a slash at the end. */
  readonly siteUrl: string;
  readonly #stage: HttpStage;
  readonly #forms: Settings['forms'];

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    this.#forms = settings.forms;
    this.api = new HttpApi(this, 'Api', {
      description: `Clinical Site Match, ${settings.stage}`,
      createDefaultStage: false,
    });
    this.siteUrl = settings.siteUrl ?? this.api.apiEndpoint;
    this.#stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      autoDeploy: true,
      throttle: { rateLimit: settings.requestsPerSecond, burstLimit: settings.requestsAtOnce },
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, 'AccessLogs', { retention: settings.logDays, removalPolicy: RemovalPolicy.DESTROY }),
        ),
        // The route and not the path, which may hold a token; no address, agent or query either.
        format: AccessLogFormat.custom(
          JSON.stringify({
            requestId: '$context.requestId',
            at: '$context.requestTimeEpoch',
            route: '$context.routeKey',
            status: '$context.status',
            milliseconds: '$context.responseLatency',
          }),
        ),
      },
    });

    raiseAlarm(this, 'ServerErrors', {
      metric: this.#stage.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }),
      above: 0,
      impact: 'people get "something went wrong" instead of an answer. See the logs of the route in the access log.',
    });
    new CfnOutput(this, 'Address', { value: this.api.apiEndpoint });
  }

  /** Has every route answered by its function. Apart from the API itself, because functions know its address. */
  answers({ routes, servedBy, signIn }: AnswersProps): void {
    const integration = (name: ServingFunction) =>
      new HttpLambdaIntegration(name, servedBy[name].lambda, {
        // One permission for the whole API: one for each route would outgrow the 20 KB of a function's policy.
        scopePermissionToRoute: false,
      });
    const integrations: Readonly<Record<ServingFunction, HttpLambdaIntegration>> = {
      'public-read': integration('public-read'),
      'public-match': integration('public-match'),
      'public-act': integration('public-act'),
      'facility-act': integration('facility-act'),
      'coordinator-api': integration('coordinator-api'),
      'upkeep-api': integration('upkeep-api'),
      'coordinator-review': integration('coordinator-review'),
      'coordinator-rounds': integration('coordinator-rounds'),
      'coordinator-records': integration('coordinator-records'),
      'coordinator-files': integration('coordinator-files'),
      'sign-in': integration('sign-in'),
      'api-docs': integration('api-docs'),
    };
    const coordinators = new HttpJwtAuthorizer('Coordinators', signIn.userPool.userPoolProviderUrl, {
      jwtAudience: [signIn.client.userPoolClientId],
    });

    const throttled = new Map<string, HttpRoute>();
    for (const route of routes) {
      const added = this.api.addRoutes({
        path: route.path,
        methods: [HttpMethod[route.method]],
        integration: integrations[route.served],
        ...(route.access.by === 'sign-in' && { authorizer: coordinators }),
      });
      for (const one of added) if (route.causesMail === true) throttled.set(`${route.method} ${route.path}`, one);
      if (route.access.by === 'sign-in') continue;
      for (const one of added)
        Validations.of(one).acknowledge({
          id: 'AwsSolutions-APIG4',
          reason: {
            link: 'People without an account come in by the token of a mailed link, which the function verifies.',
            session: 'Coordinators come in by the cookie of their session, which the function verifies.',
            anyone: 'Public: forms that anyone may send, pages whose handler verifies their token, documentation.',
          }[route.access.by],
        });
    }
    this.#throttle(throttled);
    // What is no route gets the service's own words instead of the gateway's, from the function that knows every
    // address and may do nothing.
    const noRoute = new HttpRoute(this, 'NoRoute', {
      httpApi: this.api,
      routeKey: HttpRouteKey.DEFAULT,
      integration: integrations['api-docs'],
    });
    Validations.of(noRoute).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason: 'Answers "there is no such page" to everyone.',
    });
  }

  /** Forms that cause a mail: a flood of them is cut off before it costs anything, and leaves the rest of the API alone. */
  #throttle(routes: ReadonlyMap<string, HttpRoute>): void {
    const { perSecond, atOnce } = this.#forms;
    const { defaultChild: resource } = this.#stage.node;
    if (!(resource instanceof CfnStage)) throw new Error('The stage of the API is no stage.');
    resource.routeSettings = Object.fromEntries(
      [...routes.keys()].map((key) => [key, { ThrottlingRateLimit: perSecond, ThrottlingBurstLimit: atOnce }]),
    );
    // API Gateway refuses settings for a route that is not there yet.
    for (const route of routes.values()) this.#stage.node.addDependency(route);
  }
}
