import * as z from 'zod';
import type { Service } from './service.ts';

const Streams = z.object({ Streams: z.array(z.object({ StreamArn: z.string() })) });
const Description = z.object({
  StreamDescription: z.object({ Shards: z.array(z.object({ ShardId: z.string() })) }),
});
const Iterator = z.object({ ShardIterator: z.string() });
const Records = z.object({ Records: z.array(z.unknown()), NextShardIterator: z.string().nullish() });

/** Everything that the stream of the service's table still holds, oldest first, as a function is given it. */
export const recordsOfStream = async ({ cloud }: Service): Promise<readonly unknown[]> => {
  const { endpoint, region, credentials } = cloud.sdk;
  const call = async (action: string, input: object): Promise<unknown> => {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `DynamoDBStreams_20120810.${action}`,
        authorization: `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/20260101/${region}/dynamodb/aws4_request, SignedHeaders=host, Signature=none`,
      },
      body: JSON.stringify(input),
    });
    if (!response.ok) throw new Error(`${action}: ${await response.text()}`);
    return response.json();
  };
  const StreamArn = Streams.parse(await call('ListStreams', { TableName: cloud.tableName })).Streams[0]?.StreamArn;
  const { Shards: shards } = Description.parse(await call('DescribeStream', { StreamArn })).StreamDescription;
  const found: unknown[] = [];
  for (const { ShardId } of shards) {
    const start = await call('GetShardIterator', { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' });
    let next: string | null | undefined = Iterator.parse(start).ShardIterator;
    while (next !== null && next !== undefined) {
      const page: z.infer<typeof Records> = Records.parse(await call('GetRecords', { ShardIterator: next }));
      found.push(...page.Records);
      // The newest shard has no end: nothing more is there for now.
      next = page.Records.length === 0 ? null : page.NextShardIterator;
    }
  }
  return found;
};
