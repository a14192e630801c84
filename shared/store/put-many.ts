import { setTimeout as sleep } from 'node:timers/promises';
import { BatchWriteCommand, type BatchWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Item } from './item.ts';
import type { Table } from './read.ts';

/** DynamoDB's own limit of a batch. */
const batchSize = 25;
/** Enough to keep the table busy while answers travel. */
const batchesAtATime = 4;
const attempts = 10;
const firstPause = 50;

type Target = Pick<Table, 'documents' | 'tableName'>;
type Batch = NonNullable<BatchWriteCommandInput['RequestItems']>;

const putBatch = async ({ documents, tableName }: Target, items: readonly Item[]) => {
  let left: Batch = { [tableName]: items.map((Item) => ({ PutRequest: { Item } })) };
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const { UnprocessedItems: unprocessed = {} } = await documents.send(new BatchWriteCommand({ RequestItems: left }));
    if (Object.keys(unprocessed).length === 0) return;
    left = unprocessed;
    await sleep(Math.random() * firstPause * 2 ** attempt);
  }
  throw new Error(`DynamoDB left ${left[tableName]?.length ?? 0} items of a batch unwritten, ${attempts} times.`);
};

/**
 * Puts many items in batches, over whatever was there under their keys, and not as one: only for items that no
 * condition guards and nobody reads before they are all there. `onWritten` hears of every batch how many items it had.
 */
export const putMany = async (
  target: Target,
  items: readonly Item[],
  onWritten: (items: number) => void = () => {},
): Promise<void> => {
  let next = 0;
  const writer = async (): Promise<void> => {
    while (next < items.length) {
      const batch = items.slice(next, (next += batchSize));
      await putBatch(target, batch);
      onWritten(batch.length);
    }
  };
  await Promise.all(Array.from({ length: batchesAtATime }, writer));
};
