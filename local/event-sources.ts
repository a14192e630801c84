import { Mapping, type SourceParts } from './mapping.ts';
import type { Pump } from './pump.ts';
import { pollQueue } from './queue-source.ts';
import { readStream } from './stream-source.ts';
import type { Template } from './template.ts';

/** Feeds queues and streams to their functions. Every read is made in the function's name, as Lambda makes it. */
export const startEventSources = (template: Template, parts: SourceParts): readonly Pump[] =>
  template.ofType('AWS::Lambda::EventSourceMapping').flatMap((resource) => {
    const mapping = template.read(resource, Mapping);
    if (!mapping.Enabled) return [];
    return mapping.EventSourceArn.includes(':dynamodb:')
      ? [readStream(resource.name, mapping, parts)]
      : pollQueue(mapping, parts);
  });
