import * as contract from '../../shared/contracts/docs.ts';
import { renderPage } from '../../shared/html/render.ts';
import { publicText } from '../../shared/http/binding.ts';
import type { Log } from '../../shared/observability/log.ts';
import { serve } from '../../shared/http/serve.ts';
import { apiDocument } from './document.ts';
import { apiPage } from './page.ts';

/** Methods and paths of the whole API, in the form of the contracts. */
const addresses = Object.entries(apiDocument.paths).flatMap(([path, operations]) =>
  Object.keys(operations).map((method) => ({ path, method: method.toUpperCase() })),
);

/**
 * The API as a document and as a page, the same for everybody. What is no address of the service comes here as well
 * (the API's default route), because this function knows every address and may do nothing.
 */
export const apiDocs = ({ log }: { readonly log: Log }) => {
  const json = JSON.stringify(apiDocument);
  return serve(
    [
      { route: contract.openApiDocument, answer: async () => publicText('application/json', json) },
      {
        route: contract.apiPage,
        answer: async () => publicText('text/html; charset=utf-8', await renderPage(apiPage(apiDocument))),
      },
    ],
    { log, addresses },
  );
};
