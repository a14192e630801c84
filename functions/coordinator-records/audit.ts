import * as pages from '../../shared/contracts/record-pages.ts';
import { auditLogPage } from '../../shared/html/coordinator/audit-page.ts';
import type { Binding } from '../../shared/http/binding.ts';
import { valueOf } from '../../shared/http/problems.ts';
import type { SessionPages } from '../../shared/http/session-pages.ts';
import type { Ports } from '../../shared/usecases/ports.ts';
import { readActs, readChains } from '../../shared/usecases/read-audit-log.ts';

/** What was done, and by whom. */
export const pagesOfAudit = ({ page }: SessionPages, ports: Pick<Ports, 'store'>): readonly Binding[] => [
  page(pages.auditPage, async ({ query, session: { actorId: own }, frame }) => {
    if (query.about !== undefined)
      return {
        html: auditLogPage(frame, {
          query,
          own,
          shown: { of: 'one thing', ...(await readChains(ports)(query.about)) },
        }),
      };
    const { items: lines, cursor: next } = valueOf(await readActs(ports)(query, query));
    return { html: auditLogPage(frame, { query, own, shown: { of: 'acts', lines, next } }) };
  }),
];
