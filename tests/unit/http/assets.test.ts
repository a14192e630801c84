import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtFolder, generated } from '../../../shared/html/generate-assets.ts';

test('what browsers load is what `npm run generate:assets` makes of its sources', () => {
  for (const [file, content] of Object.entries(generated))
    expect(readFileSync(join(builtFolder, file), 'utf8'), file).toBe(content);
});
