import { setTimeout as sleep } from 'node:timers/promises';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient, type BatchWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { AuditLine } from '../domain/audit.ts';
import type { Facility } from '../domain/facility.ts';
import type { Intake, SiteOffer } from '../domain/site-offer.ts';
import { auditEntity } from './audit-log.ts';
import { facilityEntity } from './facilities.ts';
import { intakeEntity } from './intakes.ts';
import { toItem, type Item } from './item.ts';
import { siteOfferEntity } from './site-offers.ts';

/** Simulated hosts: facilities that nobody speaks for, with what they are made to offer. */
export interface Hosts {
  readonly facilities: readonly Facility[];
  readonly siteOffers: readonly SiteOffer[];
  readonly intakes: readonly Intake[];
  /** The first line of the audit chain of each of them. */
  readonly audit: readonly AuditLine[];
}

/** DynamoDB's own limit of a batch. */
const batchSize = 25;
/** Enough to keep the table busy while answers travel. */
const batchesAtATime = 4;
const attempts = 8;
const firstPause = 50;

type Batch = NonNullable<BatchWriteCommandInput['RequestItems']>;

const writeBatch = async (documents: DynamoDBDocumentClient, tableName: string, items: readonly Item[]) => {
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
 * Puts many hosts into the table in batches, over whatever was there under their ids; for simulated data only, as no
 * condition guards it. `onWritten` hears of every batch how many items it had.
 */
export const importHosts = async (
  { client, tableName }: { readonly client: DynamoDBClient; readonly tableName: string },
  hosts: Hosts,
  onWritten: (items: number) => void = () => {},
): Promise<void> => {
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  const items = [
    ...hosts.facilities.map((facility) => toItem(facilityEntity, facility)),
    ...hosts.siteOffers.map((offer) => toItem(siteOfferEntity, offer)),
    ...hosts.intakes.map((intake) => toItem(intakeEntity, intake)),
    ...hosts.audit.map((line) => toItem(auditEntity, line)),
  ];
  let next = 0;
  const writer = async (): Promise<void> => {
    while (next < items.length) {
      const batch = items.slice(next, (next += batchSize));
      await writeBatch(documents, tableName, batch);
      onWritten(batch.length);
    }
  };
  await Promise.all(Array.from({ length: batchesAtATime }, writer));
};
