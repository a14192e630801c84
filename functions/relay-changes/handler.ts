import type { DynamoDBBatchResponse } from 'aws-lambda';
import { ChangeBatch } from '../../shared/contracts/events.ts';
import { errorFields, type Log } from '../../shared/observability/log.ts';
import type { SendMessages } from '../send-messages.ts';
import { messagesOf, type Message } from './messages.ts';

type Queues = Readonly<Record<Message['queue'], SendMessages>>;

/** For each queue the messages of a batch, each once, with the records that cause it. */
type Wanted = Readonly<Record<Message['queue'], Map<string, string[]>>>;

const collect = (records: ChangeBatch['Records'], log: Log): { readonly wanted: Wanted; readonly poison: string[] } => {
  const wanted: Wanted = {
    mail: new Map(),
    directory: new Map(),
    match: new Map(),
    shortlist: new Map(),
    round: new Map(),
  };
  const poison: string[] = [];
  for (const record of records) {
    const sequenceNumber = record.dynamodb.SequenceNumber;
    try {
      for (const { queue, body } of messagesOf(record)) {
        const text = JSON.stringify(body);
        wanted[queue].set(text, [...(wanted[queue].get(text) ?? []), sequenceNumber]);
      }
    } catch (error) {
      log.error('record not understood', { sequenceNumber, ...errorFields(error) });
      poison.push(sequenceNumber);
    }
  }
  return { wanted, poison };
};

/**
 * Passes the changes of a batch on to the queues, and names the records whose messages did not get there. Lambda comes
 * again with the first of them and all that follow: what got through is passed on twice then, which the workers bear.
 */
export const changeRelay =
  (queues: Queues, log: Log) =>
  async (event: unknown): Promise<DynamoDBBatchResponse> => {
    const { wanted, poison } = collect(ChangeBatch.parse(event).Records, log);
    const failed = new Set(poison);
    for (const queue of ['mail', 'directory', 'match', 'shortlist', 'round'] as const) {
      const unsent = await queues[queue]([...wanted[queue].keys()]);
      for (const text of unsent) for (const sequenceNumber of wanted[queue].get(text) ?? []) failed.add(sequenceNumber);
    }
    return { batchItemFailures: [...failed].map((itemIdentifier) => ({ itemIdentifier })) };
  };
