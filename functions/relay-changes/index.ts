import { SQSClient } from '@aws-sdk/client-sqs';
import { logger } from '../../shared/observability/logger.ts';
import { sendMessages } from '../send-messages.ts';
import { settingsOf } from '../settings.ts';
import { Env } from './env.ts';
import { changeRelay } from './handler.ts';

const env = settingsOf(Env, process.env);
const sqs = new SQSClient();

export const handler = changeRelay(
  {
    mail: sendMessages(sqs, env.MAIL_QUEUE_URL, logger),
    directory: sendMessages(sqs, env.DIRECTORY_QUEUE_URL, logger),
    match: sendMessages(sqs, env.MATCH_QUEUE_URL, logger),
    shortlist: sendMessages(sqs, env.SHORTLIST_QUEUE_URL, logger),
    round: sendMessages(sqs, env.ROUND_QUEUE_URL, logger),
  },
  logger,
);
