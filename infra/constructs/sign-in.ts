import { Aws, CfnOutput, Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  Mfa,
  OAuthScope,
  UserPool,
  UserPoolClient,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { signedInPage, signedOutPage } from '../../shared/contracts/coordinator-pages.ts';
import type { Role } from '../../shared/domain/session.ts';
import type { Settings } from '../settings.ts';

/** What each role may do, and which wins where a person has both. */
const roles: Readonly<Record<Role, { readonly description: string; readonly precedence: number }>> = {
  admin: { description: 'Coordinators who also manage coordinators', precedence: 1 },
  coordinator: { description: 'Review requests and vet facilities', precedence: 2 },
};

export interface SignInProps {
  readonly settings: Settings;
  /** What the pages begin with that people come back to. */
  readonly siteUrl: string;
}

/** Where coordinators sign in. Nobody can sign up: an admin makes each of them. */
export class SignIn extends Construct {
  readonly userPool: UserPool;
  readonly client: UserPoolClient;

  constructor(scope: Construct, id: string, { settings, siteUrl }: SignInProps) {
    super(scope, id);
    const keep = settings.removal === 'retain';
    this.userPool = new UserPool(this, 'UserPool', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { sms: false, otp: true },
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      deletionProtection: keep,
      removalPolicy: keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    for (const [groupName, role] of Object.entries(roles))
      this.userPool.addGroup(`${groupName}s`, { groupName, ...role });

    // A public client (a page in a browser, a command) that proves itself by PKCE and keeps no secret.
    this.client = this.userPool.addClient('Client', {
      generateSecret: false,
      // Named, because leaving all out would allow the library's defaults: only the code flow and refreshing are wanted.
      authFlows: { userSrp: false },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL],
        callbackUrls: [...settings.signInCallbackUrls, `${siteUrl}${signedInPage.path}`],
        logoutUrls: [`${siteUrl}${signedOutPage.path}`],
      },
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(12),
    });
    this.userPool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: `clinical-site-match-${settings.stage}-${Aws.ACCOUNT_ID}` },
    });

    new CfnOutput(this, 'UserPoolId', { value: this.userPool.userPoolId });
    new CfnOutput(this, 'ClientId', { value: this.client.userPoolClientId });

    Validations.of(this.userPool).acknowledge(
      {
        id: 'AwsSolutions-COG2',
        reason: 'A second factor is offered and not forced: the first admin must be able to sign in and set it up.',
      },
      {
        id: 'AwsSolutions-COG8',
        reason:
          'Some ten invited coordinators and no sign-up: compromised-password checks are not worth the Plus plan.',
      },
    );
  }
}
