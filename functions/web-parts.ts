import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { storedLinkSecret } from '../shared/links/secret.ts';
import { logger, quarantine } from '../shared/observability/logger.ts';
import { createStore, type StoreSettings } from '../shared/store/store.ts';

/** What the functions behind the HTTP API are made of: cursors are signed with the secret that links are. */
export const webParts = (
  env: { readonly TABLE_NAME: string; readonly LINK_SECRET_ARN: string },
  { relaxed }: Pick<StoreSettings, 'relaxed'> = {},
) => {
  const clock = { now: () => new Date() };
  const secretSource = storedLinkSecret({
    client: new SecretsManagerClient(),
    secretArn: env.LINK_SECRET_ARN,
    clock,
  });
  const signingKey = async (): Promise<string> => {
    const { keys, current } = await secretSource();
    return keys.get(current) ?? '';
  };
  const store = createStore({
    client: new DynamoDBClient(),
    tableName: env.TABLE_NAME,
    cursorKey: signingKey,
    clock,
    quarantine,
    ...(relaxed === true && { relaxed }),
  });
  return { clock, secretSource, signingKey, store, log: logger };
};
