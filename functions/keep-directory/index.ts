import { SQSClient } from '@aws-sdk/client-sqs';
import { logger } from '../../shared/observability/logger.ts';
import { sendMessages } from '../send-messages.ts';
import { tableStore } from '../table-store.ts';
import { settingsOf } from '../settings.ts';
import { Env } from './env.ts';
import { dailyCheck, directoryWorker, keepDirectories } from './handler.ts';

const env = settingsOf(Env, process.env);
const clock = { now: () => new Date() };

const sqs = new SQSClient();

export const handler = keepDirectories(
  directoryWorker(tableStore(env, clock).directory, sendMessages(sqs, env.MATCH_QUEUE_URL, logger), logger),
  dailyCheck(sendMessages(sqs, env.DIRECTORY_QUEUE_URL, logger)),
);
