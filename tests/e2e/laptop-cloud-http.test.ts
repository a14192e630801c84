import { join } from 'node:path';
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { SignJWT, generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Cloud, startCloud } from '../../local/cloud.ts';
import { signIn } from '../../local/sign-in.ts';
import { type Resources, arnOf, emptyDirectory, functionOf, notesOf, writeAssembly } from '../support/tiny-assembly.ts';

let cloud: Cloud;
let assembly: string;

const route = (id: string, RouteKey: string, target: string, properties: object = {}): Resources => ({
  [id]: {
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: {
      ApiId: { Ref: 'Api' },
      RouteKey,
      Target: { 'Fn::Join': ['/', ['integrations', { Ref: target }]] },
      ...properties,
    },
  },
});
const integration = (id: string, functionId: string): Resources => ({
  [id]: {
    Type: 'AWS::ApiGatewayV2::Integration',
    Properties: { IntegrationType: 'AWS_PROXY', IntegrationUri: arnOf(functionId), PayloadFormatVersion: '2.0' },
  },
});
const group = (GroupName: string) => ({ Type: 'AWS::Cognito::UserPoolGroup', Properties: { GroupName } });

beforeAll(async () => {
  const directory = emptyDirectory();
  assembly = join(directory, 'assembly');
  const Resources: Resources = {
    Api: { Type: 'AWS::ApiGatewayV2::Api' },
    ...functionOf(assembly, 'echo', {
      code: `return { statusCode: 201, headers: { 'x-seen': '1' }, cookies: ['a=1', 'b=2'], body: JSON.stringify({ ...event, env: process.env.SITE }) };`,
      variables: { SITE: { 'Fn::Sub': 'https://${Api}.execute-api.${AWS::Region}.${AWS::URLSuffix}/x' } },
    }),
    ...functionOf(assembly, 'clumsy', {
      code: `if (event.rawPath === '/exit') process.exit(1);
        if (event.rawPath === '/hang') await new Promise(() => setInterval(() => {}, 1000));
        return { body: 'alive' };`,
      timeout: 1,
    }),
    ...integration('ToEcho', 'echo'),
    ...integration('ToClumsy', 'clumsy'),
    ...route('Default', '$default', 'ToEcho'),
    ...route('Item', 'GET /items/{id}', 'ToEcho'),
    ...route('New', 'GET /items/new', 'ToEcho'),
    ...route('Form', 'POST /form', 'ToEcho'),
    ...route('Private', 'GET /private', 'ToEcho', { AuthorizationType: 'JWT', AuthorizerId: { Ref: 'Authorizer' } }),
    ...route('Exit', 'GET /exit', 'ToClumsy'),
    ...route('Hang', 'GET /hang', 'ToClumsy'),
    ...route('Alive', 'GET /alive', 'ToClumsy'),
    Pool: { Type: 'AWS::Cognito::UserPool' },
    Client: {
      Type: 'AWS::Cognito::UserPoolClient',
      Properties: { UserPoolId: { Ref: 'Pool' }, CallbackURLs: ['http://localhost:3000/signed-in'] },
    },
    Coordinators: group('coordinator'),
    Admins: group('admin'),
    Authorizer: {
      Type: 'AWS::ApiGatewayV2::Authorizer',
      Properties: {
        AuthorizerType: 'JWT',
        JwtConfiguration: { Audience: [{ Ref: 'Client' }], Issuer: { 'Fn::GetAtt': ['Pool', 'ProviderURL'] } },
      },
    },
    Identity: { Type: 'AWS::SES::EmailIdentity', Properties: { EmailIdentity: 'example.org' } },
    Reports: { Type: 'AWS::SES::ConfigurationSet', Properties: { Name: 'reports' } },
    Destination: {
      Type: 'AWS::SES::ConfigurationSetEventDestination',
      Properties: {
        ConfigurationSetName: { Ref: 'Reports' },
        EventDestination: {
          MatchingEventTypes: ['SEND', 'DELIVERY', 'BOUNCE'],
          EventBridgeDestination: { EventBusArn: 'arn:aws:events:us-east-1:000000000000:event-bus/default' },
        },
      },
    },
    ...functionOf(assembly, 'recorder', {
      code: 'note(event.detail);',
    }),
    Rule: {
      Type: 'AWS::Events::Rule',
      Properties: {
        EventPattern: { source: ['aws.ses'], detail: { mail: { tags: { 'mail-id': ['mail_1', 'mail_2'] } } } },
        Targets: [{ Arn: arnOf('recorder'), Id: 'recorder' }],
      },
    },
  };
  writeAssembly(assembly, { tiny: { Resources } });
  cloud = await startCloud({
    directory: join(directory, 'data'),
    assembly,
    dynamoDb: inject('dynamoDbEndpoint'),
  });
});
afterAll(async () => cloud.stop());

interface SesReport {
  readonly eventType: string;
  readonly mail: { readonly tags: Readonly<Record<string, readonly string[]>> };
}

interface Echo {
  readonly routeKey: string;
  readonly rawPath: string;
  readonly env: string;
  readonly requestContext: { readonly authorizer: { readonly jwt: { readonly claims: Record<string, string> } } };
}
const ask = async (path: string, init: RequestInit = {}) => fetch(`${cloud.api}${path}`, init);
const echo = async (path: string, init?: RequestInit) => (await (await ask(path, init)).json()) as Echo;

const sent = async (bytes: number) => (await ask('/x', { method: 'POST', body: 'x'.repeat(bytes) })).status;

describe('the HTTP API', () => {
  test('chooses the most specific route and decodes its parameters', async () => {
    expect(await echo('/items/new')).toMatchObject({ routeKey: 'GET /items/new' });
    expect(await echo('/items/a%20b?x=1&x=2')).toMatchObject({
      routeKey: 'GET /items/{id}',
      rawPath: '/items/a b',
      rawQueryString: 'x=1&x=2',
      pathParameters: { id: 'a b' },
      queryStringParameters: { x: '1,2' },
    });
    expect(await echo('/nowhere')).toMatchObject({ routeKey: '$default' });
    expect(await echo('//items/new')).toMatchObject({ routeKey: '$default' });
  });

  test('hands bodies on as text or in base64, cookies apart, and passes the answer back whole', async () => {
    const json = await echo('/x', {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: 'a=1; b=2' },
      body: '{}',
    });
    expect(json).toMatchObject({ body: '{}', isBase64Encoded: false, cookies: ['a=1', 'b=2'] });
    const form = await echo('/form', { method: 'POST', body: new URLSearchParams({ answer: 'yes' }) });
    expect(form).toMatchObject({ body: Buffer.from('answer=yes').toString('base64'), isBase64Encoded: true });
    const answer = await ask('/x');
    expect(answer.status).toBe(201);
    expect(answer.headers.get('x-seen')).toBe('1');
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  });

  test('refuses a body over ten megabytes and takes one just below', async () => {
    expect(await sent(10 * 1024 * 1024 + 1)).toBe(413);
    expect(await sent(10 * 1024 * 1024)).toBe(201);
  });

  test('tells functions its own address where the template spells out the one of AWS', async () => {
    expect((await echo('/x')).env).toBe(`${cloud.api}/x`);
  });

  test('answers for a function that ends or hangs, and the next call finds it alive', async () => {
    expect((await ask('/exit')).status).toBe(500);
    expect((await ask('/hang')).status).toBe(503);
    expect(await (await ask('/alive')).text()).toBe('alive');
  });
});

const enter = async (token?: string) =>
  ask('/private', token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } });

describe('the authorizer', () => {
  test('lets in who signed in, and tells the function who it is as API Gateway does', async () => {
    const answer = await enter(await signIn(cloud, { username: 'admin' }));
    expect(answer.status).toBe(201);
    const { claims } = ((await answer.json()) as Echo).requestContext.authorizer.jwt;
    expect(claims).toMatchObject({
      client_id: cloud.clientId,
      token_use: 'access',
      'cognito:groups': '[admin coordinator]',
    });
    expect(claims['username']).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('refuses no token, a broken one and one that another issuer signed', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const forged = await new SignJWT({ client_id: cloud.clientId })
      .setProtectedHeader({ alg: 'RS256', kid: 'laptop' })
      .setIssuer(cloud.issuer)
      .setExpirationTime('1h')
      .sign(privateKey);
    for (const token of [undefined, 'x', forged]) {
      const answer = await enter(token);
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
      expect(await answer.json()).toEqual({ message: 'Unauthorized' });
    }
  });

  test('refuses a token whose hour is over by the moved clock; a new one passes', async () => {
    const token = await signIn(cloud, { username: 'coordinator' });
    cloud.clock.advance(3_601_000);
    expect((await enter(token)).status).toBe(401);
    expect((await enter(await signIn(cloud, { username: 'coordinator' }))).status).toBe(201);
  });

  test('lets somebody in whom the Cognito API made a coordinator', async () => {
    const cognito = new CognitoIdentityProviderClient(cloud.sdk);
    const person = { UserPoolId: cloud.userPoolId, Username: 'New.Person@example.org' };
    await cognito.send(new AdminCreateUserCommand(person));
    await expect(cognito.send(new AdminCreateUserCommand(person))).rejects.toThrow('already exists');
    await cognito.send(new AdminAddUserToGroupCommand({ ...person, GroupName: 'coordinator' }));
    const wrong = new AdminAddUserToGroupCommand({ ...person, GroupName: 'owner' });
    await expect(cognito.send(wrong)).rejects.toThrow('Group not found');
    const { Username } = await cognito.send(new AdminGetUserCommand(person));
    const answer = await enter(await signIn(cloud, { username: 'new.person@example.org' }));
    const { claims } = ((await answer.json()) as Echo).requestContext.authorizer.jwt;
    expect(claims).toMatchObject({ username: Username, 'cognito:groups': '[coordinator]' });
  });
});

const raw = (to: string, from = 'service@example.org') =>
  Buffer.from(
    [
      `From: Service <${from}>`,
      `To: ${to}`,
      'Subject: <b>Hello</b>',
      'List-Unsubscribe: <https://example.org/u>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/alternative; boundary=x',
      '',
      '--x',
      'Content-Type: text/plain',
      '',
      'See https://example.org/page',
      '--x',
      'Content-Type: text/html',
      '',
      '<p>See <script>alert(1)</script></p>',
      '--x--',
    ].join('\r\n'),
  );

const send = async (to: string, mailId: string, from?: string) =>
  new SESClient({ ...cloud.sdk, maxAttempts: 1 }).send(
    new SendRawEmailCommand({
      RawMessage: { Data: raw(to, from) },
      ConfigurationSetName: 'reports',
      Tags: [{ Name: 'mail-id', Value: mailId }],
    }),
  );

describe('SES', () => {
  test('keeps a mail with its parts and headers, and shows it without running what is in it', async () => {
    const { MessageId } = await send('reader@example.org', 'mail_1');
    const mail = cloud.mails().find(({ id }) => id === MessageId);
    expect(mail).toMatchObject({ to: ['reader@example.org'], subject: '<b>Hello</b>', tags: { 'mail-id': 'mail_1' } });
    expect(mail?.headers).toContainEqual({ name: 'List-Unsubscribe', value: '<https://example.org/u>' });
    const list = await (await fetch(cloud.mailbox)).text();
    expect(list).toContain('&lt;b&gt;Hello&lt;/b&gt;');
    expect(list).not.toContain('<b>Hello');
    const html = await fetch(`${cloud.mailbox}/mail/${MessageId}/html`);
    expect(html.headers.get('content-security-policy')).toMatch(/^sandbox (?!.*allow-scripts)/);
    expect(await (await fetch(`${cloud.mailbox}/messages`)).json()).toEqual(cloud.mails());
  });

  test('reports what became of a mail to the rules of the bus', async () => {
    await send('reader@example.org', 'mail_1');
    await send('bounce@example.org', 'mail_2');
    await send('reader@example.org', 'mail_3');
    await cloud.settle();
    const reports = notesOf(assembly, 'recorder')
      .map((report) => report as SesReport)
      .map(({ eventType, mail }) => `${mail.tags['mail-id']?.[0]} ${eventType}`);
    expect(new Set(reports)).toEqual(new Set(['mail_1 Send', 'mail_1 Delivery', 'mail_2 Send', 'mail_2 Bounce']));
  });

  test('refuses a sender that is not verified', async () => {
    await expect(send('reader@example.org', 'mail_1', 'me@elsewhere.example')).rejects.toThrow('not verified');
  });
});
