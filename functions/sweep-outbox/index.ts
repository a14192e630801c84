import { SQSClient } from '@aws-sdk/client-sqs';
import type { MailMessage, MatchMessage, RoundMessage, ShortlistMessage } from '../../shared/contracts/messages.ts';
import { logger } from '../../shared/observability/logger.ts';
import { sendMessages } from '../send-messages.ts';
import { periodsOf, settingsOf } from '../settings.ts';
import { tableStore } from '../table-store.ts';
import { Env } from './env.ts';
import { sweepRun } from './handler.ts';

const env = settingsOf(Env, process.env);
const clock = { now: () => new Date() };
const sqs = new SQSClient();
const toMailQueue = sendMessages(sqs, env.MAIL_QUEUE_URL, logger);
const toMatchQueue = sendMessages(sqs, env.MATCH_QUEUE_URL, logger);
const toShortlistQueue = sendMessages(sqs, env.SHORTLIST_QUEUE_URL, logger);
const toRoundQueue = sendMessages(sqs, env.ROUND_QUEUE_URL, logger);

export const handler = sweepRun(
  {
    store: tableStore(env, clock),
    clock,
    sweepMinutes: periodsOf(env).sweepMinutes,
    queueMails: (mailIds) => toMailQueue(mailIds.map((mailId) => JSON.stringify({ mailId } satisfies MailMessage))),
    queueRequests: (requestIds) =>
      toMatchQueue(requestIds.map((requestId) => JSON.stringify({ requestId } satisfies MatchMessage))),
    queueOffers: (offerIds) =>
      toShortlistQueue(offerIds.map((offerId) => JSON.stringify({ offerId } satisfies ShortlistMessage))),
    queueRounds: (parts) => toRoundQueue(parts.map((part) => JSON.stringify(part satisfies RoundMessage))),
  },
  logger,
);
