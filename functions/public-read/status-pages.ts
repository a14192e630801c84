import * as contract from '../../shared/contracts/pages.ts';
import { heldPage } from '../../shared/html/status/held-page.ts';
import { statusPage } from '../../shared/html/status/status-page.ts';
import type { Binding } from '../../shared/http/binding.ts';
import type { MailedLinks } from '../../shared/http/mailed-links.ts';
import { linkPages } from '../../shared/http/page-route.ts';
import { valueOf } from '../../shared/http/problems.ts';
import { exportRequest } from '../../shared/usecases/export-request.ts';
import type { Ports } from '../../shared/usecases/ports.ts';
import { readRequest } from '../../shared/usecases/read-request.ts';
import { statusBaseOf } from '../status-base.ts';

/** The pages of a request that was sent: where it stands, and what is held about its technologist. */
export const statusPages = (links: MailedLinks, ports: Pick<Ports, 'store' | 'clock'>): readonly Binding[] => {
  const page = linkPages(links);
  const read = readRequest(ports);
  const held = exportRequest(ports);
  const purposes = ['request-access'] as const;
  return [
    page(contract.statusPage, { purposes }, async ({ link, params }) => ({
      html: statusPage({
        request: valueOf(await read({ requestId: link.request.id }, link)),
        base: statusBaseOf(params),
      }),
    })),
    page(contract.heldPage, { purposes }, async ({ link, params }) => ({
      html: heldPage({ held: valueOf(await held({ requestId: link.request.id })), base: statusBaseOf(params) }),
    })),
    page(contract.heldFile, { purposes }, async ({ link }) => ({
      file: {
        name: 'what-is-held-about-me.json',
        contentType: 'application/json; charset=utf-8',
        text: JSON.stringify(valueOf(await held({ requestId: link.request.id })), null, 2),
      },
    })),
  ];
};
