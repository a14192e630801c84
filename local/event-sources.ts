import * as z from 'zod';
import type { Functions } from './functions.ts';
import type { Gateway } from './gateway.ts';
import { matchesPattern } from './pattern.ts';
import type { Pump } from './pump.ts';
import { pollQueue } from './queue-source.ts';
import { readStream } from './stream-source.ts';
import type { Template } from './template.ts';

const Pattern = z.string().transform((text): unknown => JSON.parse(text));

/** An event source mapping, as far as the laptop cloud carries it out; batches are sent as soon as there is one. */
const Mapping = z.looseObject({
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

const Failures = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });

/** Which records a function says it failed on; none if it says nothing or is not asked. */
export const failuresIn = ({ FunctionResponseTypes }: Mapping, answer: unknown): ReadonlySet<string> => {
  if (FunctionResponseTypes.length === 0 || answer === null) return new Set();
  return new Set(Failures.parse(answer).batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
};

/** What event sources are run with. */
export interface SourceParts {
  readonly gateway: Gateway;
  readonly functions: Functions;
  readonly directory: string;
  readonly complain: (error: unknown) => void;
}

/** Feeds queues and streams to their functions. Every read is made in the function's name, as Lambda makes it. */
export const startEventSources = (template: Template, parts: SourceParts): readonly Pump[] =>
  template.ofType('AWS::Lambda::EventSourceMapping').flatMap((resource) => {
    const mapping = template.read(resource, Mapping);
    if (!mapping.Enabled) return [];
    return mapping.EventSourceArn.includes(':dynamodb:')
      ? [readStream(resource.name, mapping, parts)]
      : pollQueue(mapping, parts);
  });
