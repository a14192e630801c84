import { copyFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync, type BuildOptions, type Metafile } from 'esbuild';

const project = fileURLToPath(new URL('../', import.meta.url));

/** Files that lie beside a function's `index.js`: where `__dirname` points. */
const shippedWith: Readonly<Record<string, readonly string[]>> = {
  'public-act': ['shared/geo/zip-points.bin'],
};

export const folderOf = (name: string): string => join(project, 'functions', name);

/** How everything that is deployed is bundled. */
export const bundleOptions = {
  absWorkingDir: project,
  bundle: true,
  platform: 'node',
  target: 'node24',
  // CommonJS starts 25 to 30 % faster than ES modules; `module` first keeps the bundle shakable all the same.
  format: 'cjs',
  mainFields: ['module', 'main'],
  minify: true,
  sourcemap: true,
  sourcesContent: false,
  metafile: true,
  logLevel: 'warning',
} as const satisfies BuildOptions;

/**
 * Writes what is deployed of a function into a folder, and says what it is made of.
 *
 * Bundled here and not by the library's construct, which starts a package manager for each function: eleven bundles
 * take a second or two instead of twenty, on every start of the laptop cloud.
 */
export const bundleFunction = (name: string, folder: string): Metafile => {
  const { metafile } = buildSync({
    ...bundleOptions,
    entryPoints: [join(folderOf(name), 'index.ts')],
    outfile: join(folder, 'index.js'),
  });
  for (const file of shippedWith[name] ?? []) copyFileSync(join(project, file), join(folder, basename(file)));
  return metafile;
};
