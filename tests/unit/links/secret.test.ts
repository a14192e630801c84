import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { storedLinkSecret } from '../../../shared/links/secret.ts';

const key = 'x'.repeat(64);
let answers: string[];
let server: Server;
let client: SecretsManagerClient;
let now: Date;

/** Answers GetSecretValue with the next text of `answers` (the last one stays). */
beforeEach(async () => {
  now = new Date('2027-01-04T12:00:00.000Z');
  server = createServer((_, response) => {
    const text = (answers.length > 1 ? answers.shift() : answers[0]) ?? '';
    response.writeHead(text === 'fault' ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(
      JSON.stringify(text === 'fault' ? { __type: 'InternalServiceError', message: 'broken' } : { SecretString: text }),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  client = new SecretsManagerClient({
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
});

afterEach(() => {
  client.destroy();
  server.close();
});

const source = () => storedLinkSecret({ client, secretArn: 'links', clock: { now: () => now } });

describe('the stored link secret', () => {
  it('is asked for once in five minutes', async () => {
    answers = [JSON.stringify({ current: 'k1', k1: key }), JSON.stringify({ current: 'k2', k1: key, k2: key })];
    const read = source();
    const both = await Promise.all([read(), read()]);
    expect(both.map((secret) => secret.current)).toEqual(['k1', 'k1']);
    now = new Date('2027-01-04T12:04:59.999Z');
    expect((await read()).current).toBe('k1');
    now = new Date('2027-01-04T12:05:00.000Z');
    const rotated = await read();
    expect(rotated.current).toBe('k2');
    expect([...rotated.keys.keys()]).toEqual(['k1', 'k2']);
  });

  it('is asked for again after a failure', async () => {
    answers = ['fault', JSON.stringify({ current: 'k1', k1: key })];
    const read = source();
    await expect(read()).rejects.toThrow('broken');
    expect((await read()).current).toBe('k1');
  });

  it.each([
    ['no JSON', `k1:${key}`],
    ['a current key that is not there', JSON.stringify({ current: 'k2', k1: key })],
    ['a key that is too short', JSON.stringify({ current: 'k1', k1: 'short' })],
  ])('of a wrong form (%s) is refused without being quoted', async (_, text) => {
    answers = [text];
    await expect(source()()).rejects.toThrow(/not of the form/);
    await expect(source()()).rejects.not.toThrow(new RegExp(key));
  });
});
