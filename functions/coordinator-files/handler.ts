import type { Log } from '../../shared/observability/log.ts';
import { sessionPages } from '../../shared/http/session-pages.ts';
import { serve } from '../../shared/http/serve.ts';
import type { ImportPorts } from '../../shared/usecases/files/import-facilities.ts';
import { pagesOfFiles } from './files.ts';

export interface CoordinatorFilesDeps {
  readonly ports: ImportPorts;
  /** The secret that form tokens are made with. */
  readonly formKey: () => Promise<string>;
  readonly log: Log;
}

/** The pages by which coordinators take files out of the service, and into it. */
export const coordinatorFiles = ({ ports, formKey, log }: CoordinatorFilesDeps) => {
  const session = sessionPages({ sessions: ports.store.sessions, clock: ports.clock, formKey });
  return serve(pagesOfFiles(session, ports), { log });
};
