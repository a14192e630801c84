import type { Readable } from 'node:stream';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { SESClient } from '@aws-sdk/client-ses';

/** Where a process dies: before its nth call leaves it, or when the call is carried out and the answer is on its way. */
export interface Death {
  readonly call: number;
  readonly when: 'before' | 'after';
}

/** The life of a process, as the world sees it: the calls that it makes. */
export interface Life {
  readonly calls: () => number;
}

class KilledError extends Error {
  override readonly name = 'KilledError';
}

const closestToTheWire = { step: 'deserialize', priority: 'low', name: 'mortal' } as const;

/**
 * Kills a process at one of its calls, closest to the wire, so that the SDK's own repeats are calls too. Whatever it
 * would have called after that is not called: what is left of it is what it had done to the world.
 */
export const mortal = (dynamoDb: DynamoDBClient, ses: SESClient, death: Death | null): Life => {
  let calls = 0;
  let dead = false;
  const die = (): never => {
    dead = true;
    throw new KilledError('killed');
  };
  const call = async <Answer extends { response: unknown }>(send: () => Promise<Answer>): Promise<Answer> => {
    if (dead) return die();
    calls += 1;
    const last = death?.call === calls;
    if (last && death.when === 'before') return die();
    const answer = await send();
    if (!last) return answer;
    // Hangs up: nobody is there any more to read the answer.
    (answer.response as { readonly body: Readable }).body.destroy();
    return die();
  };
  dynamoDb.middlewareStack.add((send) => async (args) => call(() => send(args)), closestToTheWire);
  ses.middlewareStack.add((send) => async (args) => call(() => send(args)), closestToTheWire);
  return { calls: () => calls };
};
