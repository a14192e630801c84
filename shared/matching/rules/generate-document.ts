import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rulesMarkdown } from './document.ts';

const file = fileURLToPath(new URL('../../../docs/rules.md', import.meta.url));
writeFileSync(file, rulesMarkdown());
console.log(file);
