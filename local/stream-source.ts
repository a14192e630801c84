import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { type Mapping, type SourceParts, failuresIn, passes } from './mapping.ts';
import { tellDestination } from './failure-destination.ts';
import { FunctionFailure } from './functions.ts';
import { owner } from './gateway.ts';
import { type Pump, startPump } from './pump.ts';
import { stateFile } from './state-file.ts';

const StreamRecord = z.looseObject({ dynamodb: z.looseObject({ SequenceNumber: z.string() }) });
type StreamRecord = z.infer<typeof StreamRecord>;

const Streams = z.object({ Streams: z.array(z.object({ StreamArn: z.string() })) });
const Description = z.object({
  StreamDescription: z.object({
    Shards: z.array(z.object({ ShardId: z.string(), ParentShardId: z.string().optional() })),
  }),
});
const Iterator = z.object({ ShardIterator: z.string() });
const Records = z.object({ Records: z.array(StreamRecord), NextShardIterator: z.string().nullish() });

const sequenceNumber = ({ dynamodb }: StreamRecord): string => dynamodb.SequenceNumber;

/** Pauses between tries of a failed batch: Lambda's grow in the same way from a longer first one. */
const firstPauseMilliseconds = 25;
const longestPauseMilliseconds = 1000;

/** Where reading stands in a shard: after which record, and whether the shard is read to its end. */
const Checkpoints = z.record(z.string(), z.object({ after: z.string().nullable(), ended: z.boolean() }));

/** Reads a table's stream shard by shard, in order, and hands the records that pass the filters to a function. */
export const readStream = (id: string, mapping: Mapping, parts: SourceParts): Pump => {
  const { gateway, functions, clock, directory, complain } = parts;
  const { EventSourceArn: arn, FunctionName: name, MaximumRetryAttempts: retries } = mapping;
  const table = /:table\/([^/]+)\//u.exec(arn)?.[1] ?? '';
  const caller = functions.find(name);
  const checkpoints = stateFile<z.infer<typeof Checkpoints>>(
    join(directory, 'streams', `${id}.json`),
    Checkpoints,
    () => ({}),
  );
  const iterators = new Map<string, string>();
  let source: string | undefined;
  /** Known until one ends: only then there are others. */
  let shards: z.infer<typeof Description>['StreamDescription']['Shards'] | undefined;
  const ending = new AbortController();

  const call = async (action: string, input: object): Promise<unknown> =>
    gateway.call({ caller, service: 'dynamodb', action, input: { ...input } });

  const streamOf = async (): Promise<string> => {
    // Lambda knows the stream by its ARN; DynamoDB Local gives it one of its own.
    const answer = await gateway.call({
      caller: owner,
      service: 'dynamodb',
      action: 'ListStreams',
      input: { TableName: table },
    });
    return z.string().parse(Streams.parse(answer).Streams[0]?.StreamArn);
  };

  /** Tells the on-failure destination which records were given up; the records themselves stay in the stream. */
  const giveUp = async (records: readonly StreamRecord[], shardId: string, tries: number): Promise<void> => {
    const destination = mapping.DestinationConfig?.OnFailure.Destination;
    if (destination === undefined) return;
    const DDBStreamBatchInfo = {
      shardId,
      startSequenceNumber: records.map(sequenceNumber).at(0),
      endSequenceNumber: records.map(sequenceNumber).at(-1),
      batchSize: records.length,
      streamArn: arn,
    };
    const condition = 'RetryAttemptsExhausted';
    await tellDestination(gateway, {
      caller,
      destination,
      condition,
      tries,
      at: clock.now(),
      about: { DDBStreamBatchInfo },
    });
  };

  /** Index of the first record that failed; the length if none did. What comes after a failed one is tried again too. */
  const attempt = async (records: readonly StreamRecord[]): Promise<number> => {
    try {
      const answer = await functions.invoke(name, { Records: records });
      const failed = failuresIn(mapping, answer, records.map(sequenceNumber));
      const first = records.findIndex((record) => failed.has(sequenceNumber(record)));
      return first === -1 ? records.length : first;
    } catch (error) {
      if (!(error instanceof FunctionFailure)) complain(error);
      return 0;
    }
  };

  const work = async (records: readonly StreamRecord[], shardId: string): Promise<void> => {
    let rest = records;
    for (let tries = 1; rest.length > 0 && !ending.signal.aborted; tries += 1) {
      const done = await attempt(rest);
      rest = rest.slice(done);
      if (rest.length === 0) return;
      if (done === 0 && rest.length > 1 && mapping.BisectBatchOnFunctionError) {
        const middle = Math.ceil(rest.length / 2);
        await work(rest.slice(0, middle), shardId);
        await work(rest.slice(middle), shardId);
        return;
      }
      if (retries >= 0 && tries > retries) {
        await giveUp(rest, shardId, tries);
        return;
      }
      await sleep(Math.min(longestPauseMilliseconds, firstPauseMilliseconds * 2 ** tries));
    }
  };

  const iteratorAt = async (shardId: string, position: object): Promise<string> =>
    Iterator.parse(await call('GetShardIterator', { StreamArn: source, ShardId: shardId, ...position })).ShardIterator;
  const iteratorAtStart = async (shardId: string): Promise<string> =>
    iteratorAt(shardId, { ShardIteratorType: 'TRIM_HORIZON' });

  const iteratorOf = async (shardId: string): Promise<string> => {
    const SequenceNumber = checkpoints.get()[shardId]?.after ?? null;
    if (SequenceNumber === null) return iteratorAtStart(shardId);
    // A record of a day ago is gone from the stream, and with it the place after it.
    return iteratorAt(shardId, { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber }).catch(async () =>
      iteratorAtStart(shardId),
    );
  };

  const recordsAt = async (iterator: string) =>
    Records.parse(await call('GetRecords', { ShardIterator: iterator, Limit: mapping.BatchSize }));

  const readShard = async (shardId: string): Promise<boolean> => {
    const iterator = iterators.get(shardId) ?? (await iteratorOf(shardId));
    iterators.delete(shardId);
    const { Records: records, NextShardIterator: next } = await recordsAt(iterator).catch(async (error: unknown) => {
      // The place has left the stream, as it does under many writes: then the oldest record that is left comes next.
      if (!String(error).includes('TrimmedDataAccessException')) throw error;
      return recordsAt(await iteratorAtStart(shardId));
    });
    const wanted = records.filter((record) => passes(mapping, record));
    if (wanted.length > 0)
      await work(
        wanted.map((record) => Object.assign(record, { eventSourceARN: arn })),
        shardId,
      );
    // Stopped in the middle of a batch: it is read again at the next start.
    if (ending.signal.aborted) return false;
    const last = records.at(-1);
    const ended = typeof next !== 'string';
    if (last !== undefined || ended) {
      const after = last === undefined ? (checkpoints.get()[shardId]?.after ?? null) : sequenceNumber(last);
      checkpoints.set({ ...checkpoints.get(), [shardId]: { after, ended } });
    }
    if (ended) shards = undefined;
    else iterators.set(shardId, next);
    return records.length > 0 || ended;
  };

  const step = async (): Promise<boolean> => {
    source ??= await streamOf();
    shards ??= Description.parse(await call('DescribeStream', { StreamArn: source })).StreamDescription.Shards;
    const known = shards;
    let worked = false;
    for (const { ShardId: shardId, ParentShardId: parent } of known) {
      const ended = (id_: string | undefined): boolean => id_ !== undefined && checkpoints.get()[id_]?.ended === true;
      const parentOpen = known.some((shard) => shard.ShardId === parent) && !ended(parent);
      // A child's records come after its parent's.
      if (!ended(shardId) && !parentOpen && (await readShard(shardId))) worked = true;
    }
    return worked;
  };

  const pump = startPump(step, complain);
  return {
    ...pump,
    stop: async () => {
      ending.abort();
      await pump.stop();
    },
  };
};
