import { route } from './route.ts';

const common = { served: 'api-docs', access: { by: 'anyone' }, tag: 'Documentation' } as const;

export const openApiDocument = route({
  ...common,
  id: 'openApiDocument',
  method: 'GET',
  path: '/api/openapi.json',
  summary: 'This API as an OpenAPI 3.1 document',
  success: { status: 200, body: 'text' },
});

export const apiPage = route({
  ...common,
  id: 'apiPage',
  method: 'GET',
  path: '/api/docs',
  summary: 'This API as a page to read',
  success: { status: 200, body: 'html' },
});

export const docsRoutes = [openApiDocument, apiPage] as const;
