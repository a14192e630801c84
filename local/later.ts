import * as z from 'zod';
import type { SourceParts } from './mapping.ts';
import { tellDestination } from './failure-destination.ts';
import { FunctionFailure } from './functions.ts';
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
  { functions, gateway, clock, complain }: Omit<SourceParts, 'directory'>,
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
    const about = { requestPayload: event, responsePayload: failure.report };
    const condition = 'RetriesExhausted';
    await tellDestination(gateway, { caller, destination, condition, tries, at: clock.now(), about });
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
