import { setTimeout } from 'node:timers/promises';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { sesClient, sesPostbox } from '../../shared/email/ses-postbox.ts';
import { storedLinkSecret } from '../../shared/links/secret.ts';
import { personKeys } from '../../shared/links/person-keys.ts';
import { linkTokens } from '../../shared/links/tokens.ts';
import { logger } from '../../shared/observability/logger.ts';
import { tableStore } from '../table-store.ts';
import { settingsOf } from '../settings.ts';
import { Env } from './env.ts';
import { deliveryWorker } from './handler.ts';

const env = settingsOf(Env, process.env);
const clock = { now: () => new Date() };
const linkSecret = storedLinkSecret({ client: new SecretsManagerClient(), secretArn: env.LINK_SECRET_ARN, clock });

export const handler = deliveryWorker(
  {
    store: tableStore(env, clock),
    clock,
    personKeys: personKeys(linkSecret),
    postbox: sesPostbox(sesClient(), env.MAIL_CONFIGURATION_SET),
    desk: async () => ({
      tokens: linkTokens(await linkSecret()),
      siteUrl: env.SITE_URL,
      from: env.MAIL_FROM,
      coordinatorEmail: env.COORDINATOR_EMAIL,
      postalAddress: env.POSTAL_ADDRESS,
    }),
    // Half a second, one, two, four at most, each by chance: throttled workers do not come back all at once.
    pause: (tries) => setTimeout(Math.random() * 250 * 2 ** tries),
  },
  env.SEND_INTERVAL_MS,
  logger,
);
