import { routesFor } from './route.ts';

const forAnyone = routesFor({ tag: 'Documentation', served: 'api-docs', access: { by: 'anyone' } });

export const openApiDocument = forAnyone({
  id: 'openApiDocument',
  method: 'GET',
  path: '/api/openapi.json',
  summary: 'This API as an OpenAPI 3.1 document',
  success: { status: 200, body: 'text' },
});

export const apiPage = forAnyone({
  id: 'apiPage',
  method: 'GET',
  path: '/api/docs',
  summary: 'This API as a page to read',
  success: { status: 200, body: 'html' },
});

export const docsRoutes = [openApiDocument, apiPage] as const;
