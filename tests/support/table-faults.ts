import type { Readable } from 'node:stream';
import { TransactionCanceledException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** What happens to a request on its way: nothing, no answer although it was carried out, or another one in the way. */
export type Fault = 'none' | 'lost-answer' | 'conflict';

const lostAnswer = () => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });

const conflict = () =>
  new TransactionCanceledException({
    message: 'Transaction cancelled, please refer cancellation reasons for specific reasons [TransactionConflict]',
    CancellationReasons: [{ Code: 'TransactionConflict' }],
    $metadata: {},
  });

/**
 * Decides the fate of every write on its way, closest to the wire, so that the SDK's own repeats go through it too:
 * `fateOf` is told which try of the same write this is, counted from 1. DynamoDB Local itself knows no conflicts.
 */
export const injectFaults = (client: DynamoDBClient, fateOf: (attempt: number) => Fault): void => {
  const attempts = new Map<unknown, number>();
  client.middlewareStack.add(
    (send, context) => async (args) => {
      const writes = context.commandName === 'TransactWriteItemsCommand' || context.commandName === 'UpdateItemCommand';
      if (!writes) return send(args);
      const { ClientRequestToken: token } = args.input as { readonly ClientRequestToken?: string };
      const attempt = (attempts.get(token) ?? 0) + 1;
      attempts.set(token, attempt);
      const fate = fateOf(attempt);
      if (fate === 'conflict') throw conflict();
      const answer = await send(args);
      if (fate === 'lost-answer') {
        // Hangs up, as nobody will read the answer any more.
        (answer.response as { readonly body: Readable }).body.destroy();
        throw lostAnswer();
      }
      return answer;
    },
    { step: 'deserialize', priority: 'low', name: 'faults' },
  );
};
