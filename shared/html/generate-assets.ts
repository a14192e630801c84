import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { buildSync } from 'esbuild';

/** What `assets/` holds as browsers get it: written by `npm run generate:assets`, committed, held by a drift test. */

const folder = join(import.meta.dirname, 'assets');

/** Style sheets that pages link to; the others are their parts. */
const styleSheets = ['site.css', 'coordinator.css'];

/** Browsers of the last years; what a younger one can do more is asked for in a way that older ones pass over. */
const target = ['chrome109', 'firefox115', 'safari15.6'];

const bundled = (path: string): string => {
  const { outputFiles } = buildSync({
    entryPoints: [join(folder, path)],
    bundle: true,
    minify: true,
    format: 'esm',
    target,
    write: false,
    logLevel: 'warning',
  });
  return (outputFiles[0]?.text ?? '').trim();
};

const scripts = readdirSync(join(folder, 'scripts')).filter((file) => file.endsWith('.ts'));
const pictures = readdirSync(folder).filter((file) => file.endsWith('.svg'));

const texts: readonly (readonly [name: string, text: string])[] = [
  ...styleSheets.map((file) => [file, bundled(`styles/${file}`)] as const),
  ...scripts.map((file) => [`${basename(file, '.ts')}.js`, bundled(`scripts/${file}`)] as const),
  ...pictures.map((file) => [file, readFileSync(join(folder, file), 'utf8').trim()] as const),
];

/** `site.css` → `site.4f2a….css`: named for its content, so that a browser may keep it for good. */
const hashedName = (name: string, text: string): string => {
  const extension = extname(name);
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return `${basename(name, extension)}.${hash}${extension}`;
};

const head = '// Written by `npm run generate:assets` from shared/html/assets. Do not edit.\n';

/** The generated files: their contents by their names. */
export const generated: Readonly<Record<string, string>> = {
  'asset-names.ts': `${head}\n/** The names under which browsers get the assets, by their names here. */\nexport const assetNames = ${JSON.stringify(
    Object.fromEntries(texts.map(([name, text]) => [name, hashedName(name, text)])),
    null,
    2,
  )} as const;\n`,
  'asset-texts.ts': `${head}\n/** What is in the assets, by their names here. */\nexport const assetTexts = ${JSON.stringify(
    Object.fromEntries(texts),
    null,
    2,
  )} as const;\n`,
};

export const builtFolder = join(import.meta.dirname, 'built');

if (import.meta.main) {
  mkdirSync(builtFolder, { recursive: true });
  for (const [file, content] of Object.entries(generated)) writeFileSync(join(builtFolder, file), content);
}
