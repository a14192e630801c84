import { copyFileSync, cpSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync, type BuildOptions, type Metafile } from 'esbuild';

const project = fileURLToPath(new URL('../', import.meta.url));

/** Files that lie beside a function's `index.js`: where `__dirname` points. */
const shippedWith: Readonly<Record<string, readonly string[]>> = {
  'public-read': ['shared/geo/public-list.bin'],
  'public-match': ['shared/geo/zip-points.bin'],
  'public-act': ['shared/geo/zip-points.bin'],
  'facility-act': ['shared/geo/zip-points.bin'],
  'coordinator-records': ['shared/geo/us-map.bin'],
  'coordinator-files': ['shared/geo/zip-points.bin'],
};

export const folderOf = (name: string): string => join(project, 'functions', name);

/**
 * Ways to credentials that a function never goes: Lambda hands them over in the environment, which is asked first.
 * They would be a fifth of each bundle; the SDK loads them only when it needs them, and Lambda's runtime has them.
 */
const unreachedCredentials = [
  ...['ini', 'sso', 'process', 'web-identity', 'login', 'http'].map((way) => `@aws-sdk/credential-provider-${way}`),
  '@smithy/credential-provider-imds',
];

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
  external: unreachedCredentials,
  metafile: true,
  logLevel: 'warning',
} as const satisfies BuildOptions;

const ship = (name: string, folder: string): void => {
  for (const file of shippedWith[name] ?? []) copyFileSync(join(project, file), join(folder, basename(file)));
};

/** Writes what is deployed of a function into a folder, and says what it is made of. */
export const bundleFunction = (name: string, folder: string): Metafile => {
  const { metafile } = buildSync({
    ...bundleOptions,
    entryPoints: [join(folderOf(name), 'index.ts')],
    outfile: join(folder, 'index.js'),
  });
  ship(name, folder);
  return metafile;
};

const functionNames = readdirSync(join(project, 'functions'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Beside the folder that it goes to, so that its source map leads the same way. */
const waiting = (name: string, folder: string): string => join(dirname(folder), `bundled-${name}`);

/** Beside which folders all functions lie, bundled. */
const bundledBeside = new Set<string>();

/**
 * The same for a function of many: the first one that is asked for brings all of them, in less than half of the time
 * because they share most of their sources.
 *
 * Bundled here and not by the library's construct, which starts a package manager for each function: twenty seconds
 * on every start of the laptop cloud.
 */
export const bundleWithOthers = (name: string, folder: string): void => {
  const beside = dirname(folder);
  if (!bundledBeside.has(beside)) {
    buildSync({
      ...bundleOptions,
      entryPoints: functionNames.map((one) => ({ in: join(folderOf(one), 'index.ts'), out: `bundled-${one}/index` })),
      outdir: beside,
    });
    bundledBeside.add(beside);
  }
  cpSync(waiting(name, folder), folder, { recursive: true });
  rmSync(waiting(name, folder), { recursive: true });
  ship(name, folder);
};
