import { Mapping, type SourceParts } from './mapping.ts';
import type { Pump } from './pump.ts';
import { pollQueue } from './queue-source.ts';
import type { Queues } from './queues.ts';
import { readStream } from './stream-source.ts';
import type { Template } from './template.ts';

export interface EventSources {
  /** They read what is written into tables. */
  readonly streams: readonly Pump[];
  readonly queues: readonly Pump[];
}

/** Feeds queues and streams to their functions. Every read is made in the function's name, as Lambda makes it. */
export const startEventSources = (template: Template, parts: SourceParts, { ready }: Queues): EventSources => {
  const mappings = template
    .ofType('AWS::Lambda::EventSourceMapping')
    .map((resource) => ({ id: resource.name, mapping: template.read(resource, Mapping) }))
    .filter(({ mapping }) => mapping.Enabled);
  const ofTable = ({ mapping }: (typeof mappings)[number]): boolean => mapping.EventSourceArn.includes(':dynamodb:');
  return {
    streams: mappings.filter(ofTable).map(({ id, mapping }) => readStream(id, mapping, parts)),
    queues: mappings.filter((one) => !ofTable(one)).flatMap(({ mapping }) => pollQueue(mapping, parts, ready)),
  };
};
