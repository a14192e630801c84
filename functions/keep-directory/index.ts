import { SQSClient } from '@aws-sdk/client-sqs';
import { logger } from '../../shared/observability/logger.ts';
import { sendMessages } from '../send-messages.ts';
import { tableStore } from '../table-store.ts';
import { settingsOf } from '../settings.ts';
import { Env } from './env.ts';
import { directoryWorker } from './handler.ts';

const env = settingsOf(Env, process.env);
const clock = { now: () => new Date() };

export const handler = directoryWorker(
  tableStore(env, clock).directory,
  sendMessages(new SQSClient(), env.MATCH_QUEUE_URL, logger),
  logger,
);
