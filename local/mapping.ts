import * as z from 'zod';
import type { CloudClock } from './clock.ts';
import type { Functions } from './functions.ts';
import type { Gateway } from './gateway.ts';
import { matchesPattern } from './pattern.ts';

const Pattern = z.string().transform((text): unknown => JSON.parse(text));

/** An event source mapping, as far as the laptop cloud carries it out; batches are sent as soon as there is one. */
export const Mapping = z.looseObject({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: z.number().default(10),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern })) }).optional(),
  BisectBatchOnFunctionError: z.boolean().default(false),
  MaximumRetryAttempts: z.number().default(-1),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }) }).optional(),
  ScalingConfig: z.object({ MaximumConcurrency: z.number() }).optional(),
  Enabled: z.boolean().default(true),
});
export type Mapping = z.infer<typeof Mapping>;

/** Whether a mapping's filters, of which one must match, let a record through. */
export const passes = ({ FilterCriteria }: Mapping, record: unknown): boolean =>
  FilterCriteria === undefined ||
  FilterCriteria.Filters.some(({ Pattern: pattern }) => matchesPattern(pattern, record));

const Failures = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).default([]) });

/** Which of these records a function failed on. An answer that makes no sense counts as all of them. */
export const failuresIn = (
  { FunctionResponseTypes }: Mapping,
  answer: unknown,
  ids: readonly string[],
): ReadonlySet<string> => {
  if (FunctionResponseTypes.length === 0 || answer === null) return new Set();
  const named = Failures.safeParse(answer).data?.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  return new Set(named?.every((id) => ids.includes(id)) === true ? named : ids);
};

/** What event sources are run with. */
export interface SourceParts {
  readonly gateway: Gateway;
  readonly functions: Functions;
  readonly clock: CloudClock;
  readonly directory: string;
  readonly complain: (error: unknown) => void;
}
