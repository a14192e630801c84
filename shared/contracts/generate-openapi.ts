import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openApiDocument } from './openapi.ts';

export const openApiFile = fileURLToPath(new URL('../../docs/openapi.json', import.meta.url));

/** The document as it is committed, so that a change of the API is seen in a change of it. */
export const openApiText = (): string => `${JSON.stringify(openApiDocument(), null, 2)}\n`;

if (import.meta.main) {
  writeFileSync(openApiFile, openApiText());
  console.log(openApiFile);
}
