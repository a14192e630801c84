import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync, type Metafile } from 'esbuild';
import { bundleFunction, bundleOptions, folderOf } from '../infra/bundle.ts';
import manifest from '../package.json' with { type: 'json' };
import { median, shown } from './measure.ts';
import type { Bench, Row } from './table.ts';

const largestBundle = 650_000;
const slowestImport = 1.6;
/** Fresh processes for each bundle; the middle one counts. */
const processes = 9;

/** Settings as the stack would give them; every function takes its own. */
const settings = {
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
  POWERTOOLS_SERVICE_NAME: 'bench',
  // As the stack sets it: it also costs time when a bundle is read.
  NODE_OPTIONS: '--enable-source-maps',
  TABLE_NAME: 'bench',
  LINK_SECRET_ARN: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:bench',
  MAIL_QUEUE_URL: 'https://sqs.us-east-1.amazonaws.com/123456789012/mail',
  DIRECTORY_QUEUE_URL: 'https://sqs.us-east-1.amazonaws.com/123456789012/directory',
  MATCH_QUEUE_URL: 'https://sqs.us-east-1.amazonaws.com/123456789012/match',
  SHORTLIST_QUEUE_URL: 'https://sqs.us-east-1.amazonaws.com/123456789012/shortlist',
  ROUND_QUEUE_URL: 'https://sqs.us-east-1.amazonaws.com/123456789012/round',
  SITE_URL: 'https://example.org',
  MAIL_FROM: 'service@example.org',
  MAIL_CONFIGURATION_SET: 'bench',
  COORDINATOR_EMAIL: 'coordinator@example.org',
  POSTAL_ADDRESS: '1 Example Street',
  CONFIRM_HOURS: '48',
  ANSWER_DAYS: '7',
  DIGEST_HOUR: '8',
  DIGEST_ZONE: 'America/New_York',
  REMINDERS: '2',
  UNDO_MINUTES: '15',
  SWEEP_MINUTES: '5',
  DETOUR_FACTOR: '1.3',
  MILES_PER_HOUR: '45',
  REST_MINUTES: '600',
  MAX_OPEN_BRIEFS: '3',
  MAX_BRIEFS_A_MONTH: '8',
  REST_DAYS_AFTER_NO: '60',
  SEND_INTERVAL_MS: '143',
  MAX_FORMS_A_NETWORK_A_DAY: '20',
  MAX_FORMS_AN_HOUR: '300',
  ACCOUNT_ID: '123456789012',
  SIGN_IN_ISSUER: 'https://sign-in.example.org',
  SIGN_IN_CLIENT_ID: 'bench',
};

const outputOf = ({ outputs }: Metafile): Metafile['outputs'][string] => {
  const output = Object.entries(outputs).find(([file]) => file.endsWith('.js'))?.[1];
  if (output === undefined) throw new Error('The bundler has written no script.');
  return output;
};

/** Bytes by npm package; the service's own code is `own`. */
const weightsOf = (metafile: Metafile): Map<string, number> => {
  const weights = new Map<string, number>();
  for (const [file, { bytesInOutput }] of Object.entries(outputOf(metafile).inputs)) {
    const from = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? 'own';
    weights.set(from, (weights.get(from) ?? 0) + bytesInOutput);
  }
  return weights;
};

const shownSize = (bytes: number): string => `${shown(bytes / 1000)} kB`;

const heaviest = (metafile: Metafile): string =>
  [...weightsOf(metafile)]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([from, bytes]) => `${from} ${shownSize(bytes)}`)
    .join(', ');

/** What has no place in a bundle: development packages, and words of other languages. */
const strays = (metafile: Metafile): string[] => {
  const locales = Object.keys(outputOf(metafile).inputs).filter((file) =>
    /\/locales\/(?!en\.)[^/]+$/.test(file),
  ).length;
  return [
    ...[...weightsOf(metafile).keys()].filter((from) => from in manifest.devDependencies),
    ...(locales > 0 ? [`${locales} files of other languages`] : []),
  ];
};

/**
 * A script that imports the clients and commands of the AWS SDK that a bundle holds, makes the clients and does
 * nothing else; null where there are none.
 */
const bareScript = (metafile: Metafile): string | null => {
  const used = Object.keys(outputOf(metafile).inputs).flatMap((file) => {
    const [, from, name] =
      /(@aws-sdk\/client-[^/]+)\/dist-es\/(?:commands\/)?(\w+(?:Client|Command))\.js$/.exec(file) ?? [];
    return from === undefined || name === undefined ? [] : [{ from, name }];
  });
  if (used.length === 0) return null;
  const clients = used.filter(({ name }) => name.endsWith('Client')).map(({ name }) => `new ${name}()`);
  return [
    ...used.map(({ from, name }) => `import { ${name} } from '${from}';`),
    `export const clients = [${clients.join(', ')}];`,
    `export const names = [${used.map(({ name }) => name).join(', ')}];`,
  ].join('\n');
};

const timing = `
  const before = process.cpuUsage();
  require(process.argv[1]);
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(String((user + system) / 1000));
`;

/** Milliseconds of processor time that a fresh process takes to import a bundle. */
const coldImport = (folder: string): number =>
  Number(execFileSync(process.execPath, ['-e', timing, join(folder, 'index.js')], { env: settings, encoding: 'utf8' }));

const rowsOf = (name: string, folder: string): Row[] => {
  const own = join(folder, name);
  const metafile = bundleFunction(name, own);
  const { bytes } = outputOf(metafile);
  const foreign = strays(metafile);
  const size: Row = {
    target: 'P6',
    what: `${name}: bundle`,
    measured: shownSize(bytes),
    beside: heaviest(metafile),
    result: foreign.length === 0 ? '(≤ 650 kB)' : `holds ${foreign.join(', ')}`,
    reached: bytes <= largestBundle && foreign.length === 0,
  };
  const script = bareScript(metafile);
  if (script === null) {
    const alone = median(Array.from({ length: processes }, () => coldImport(own)));
    const beside = 'has no SDK client';
    return [
      size,
      { target: 'P5', what: `${name}: cold import`, measured: `${shown(alone)} ms`, beside, result: '', reached: null },
    ];
  }
  const bare = join(folder, `${name}-bare`);
  buildSync({
    ...bundleOptions,
    // The SDK as it comes: what our bundles leave out of it counts for them.
    external: [],
    stdin: { contents: script, resolveDir: folderOf(name) },
    outfile: join(bare, 'index.js'),
  });
  // By turns, so that whatever else the machine does meets both alike.
  const pairs = Array.from({ length: processes }, () => [coldImport(own), coldImport(bare)] as const);
  const [mine, theirs] = [median(pairs.map(([time]) => time)), median(pairs.map(([, time]) => time))];
  return [
    size,
    {
      target: 'P5',
      what: `${name}: cold import`,
      measured: `${shown(mine)} ms`,
      beside: `bare clients ${shown(theirs)} ms`,
      result: `${shown(mine / theirs, 2)} × (≤ ${slowestImport} ×)`,
      reached: mine / theirs <= slowestImport,
    },
  ];
};

const functionNames = (): string[] =>
  readdirSync(folderOf('.'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();

/** P5 and P6: what each function's bundle weighs, and how long a cold start reads it. */
export const bundlesBench: Bench = {
  name: 'bundles',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bundles-'));
    try {
      return functionNames()
        .flatMap((name) => rowsOf(name, folder))
        .toSorted((a, b) => b.target.localeCompare(a.target));
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};
