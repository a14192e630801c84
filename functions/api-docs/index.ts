import { logger } from '../../shared/observability/logger.ts';
import { apiDocs } from './handler.ts';

export const handler = apiDocs({ log: logger });
