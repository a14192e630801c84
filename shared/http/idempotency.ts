import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Route } from '../contracts/route.ts';
import type { IdempotencyRecord, StoredAnswer, UnitOfWork } from '../usecases/ports.ts';
import { HttpProblem } from './problems.ts';

const header = 'Idempotency-Key';
const visibleAscii = /^[\x21-\x7e]{1,128}$/;

/** Parts are framed by JSON, so that no two lists of parts hash alike. */
const hashOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/**
 * What a repeated POST is known by. The caller is part of it: nobody can be given another's answer by guessing a key,
 * and the path's parameters are, so that one key used on two things means two things.
 */
export const idempotencyOf = (
  event: APIGatewayProxyEventV2,
  { route, caller, body }: { readonly route: Route; readonly caller: string; readonly body: string },
): IdempotencyRecord | undefined => {
  const key = event.headers['idempotency-key'];
  if (key === undefined || route.method !== 'POST') return undefined;
  if (!visibleAscii.test(key))
    throw new HttpProblem('invalid-input', {
      errors: [{ field: header, detail: 'must have 1 to 128 visible ASCII characters' }],
    });
  return { key: hashOf(caller, route.id, event.rawPath, key), bodyHash: hashOf(body) };
};

/** The answer that went out for this key before, if there was one: it goes out again, whatever has changed since. */
export const earlierAnswer = async (
  store: Pick<UnitOfWork, 'answerTo'>,
  { key, bodyHash }: IdempotencyRecord,
): Promise<StoredAnswer | null> => {
  const stored = await store.answerTo(key);
  if (stored !== null && stored.bodyHash !== bodyHash) throw new HttpProblem('idempotency-mismatch');
  return stored;
};
