import { Logger } from '@aws-lambda-powertools/logger';
import type { Quarantine } from '../store/item.ts';

/** Structured lines for CloudWatch, named for the function. They hold ids and names of fields, never personal data. */
export const logger = new Logger();

/** An item that fits no schema we know is left out and said aloud: the field `quarantined` raises an alarm. */
export const quarantine: Quarantine = (item, issue) => {
  logger.error('an item was set aside as unreadable', { quarantined: item, issue });
};
