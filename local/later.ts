import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { CloudClock } from './clock.ts';
import { FunctionFailure, type Functions } from './functions.ts';
import type { Gateway } from './gateway.ts';
import { queueName } from './resource-types.ts';
import type { Template } from './template.ts';

/** An asynchronous invocation: nobody waits for the answer, and a failed one is tried again. */
export type InvokeLater = (functionName: string, event: unknown) => void;

const Settings = z.looseObject({
  FunctionName: z.string(),
  MaximumRetryAttempts: z.number().default(2),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }).optional() }).default({}),
});

/** Tries without Lambda's pauses of minutes in between; what fails for good goes to the on-failure destination. */
export const startLater = (
  template: Template,
  {
    functions,
    gateway,
    clock,
    complain,
  }: {
    readonly functions: Functions;
    readonly gateway: Gateway;
    readonly clock: CloudClock;
    readonly complain: (error: unknown) => void;
  },
): InvokeLater => {
  const settings = new Map(
    template.ofType('AWS::Lambda::EventInvokeConfig').map((resource) => {
      const read = template.read(resource, Settings);
      return [functions.find(read.FunctionName), read];
    }),
  );

  const giveUp = async (caller: string, event: unknown, failure: FunctionFailure, tries: number): Promise<void> => {
    const destination = settings.get(caller)?.DestinationConfig.OnFailure?.Destination;
    if (destination === undefined) return;
    const told = {
      version: '1.0',
      timestamp: clock.now().toISOString(),
      requestContext: {
        requestId: randomUUID(),
        functionArn: caller,
        condition: 'RetriesExhausted',
        approximateInvokeCount: tries,
      },
      requestPayload: event,
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      responsePayload: failure.report,
    };
    const input = { QueueUrl: queueName(destination), MessageBody: JSON.stringify(told) };
    await gateway.call({ caller, service: 'sqs', action: 'SendMessage', input });
  };

  const run = async (name: string, event: unknown): Promise<void> => {
    const caller = functions.find(name);
    const most = (settings.get(caller)?.MaximumRetryAttempts ?? 2) + 1;
    for (let tries = 1; ; tries += 1) {
      try {
        await functions.invoke(caller, event);
        return;
      } catch (error) {
        if (!(error instanceof FunctionFailure)) throw error;
        if (tries < most) continue;
        await giveUp(caller, event, error, tries);
        return;
      }
    }
  };
  return (name, event) => void run(name, event).catch(complain);
};
