import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { LaptopProblem } from './problem.ts';

const project = join(import.meta.dirname, '..');

/** What the assembly is made from. */
const inputs = ['infra/**/*', 'functions/**/*', 'shared/**/*', 'cdk.json', 'package-lock.json'];

const hashInputs = (): string => {
  const hash = createHash('sha256');
  for (const entry of globSync(inputs, { cwd: project, withFileTypes: true }).toSorted((a, b) =>
    join(a.parentPath, a.name).localeCompare(join(b.parentPath, b.name)),
  )) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile()) hash.update(`${file}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
};

const readStamp = (stamp: string): string | null => {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return null;
  }
};

/** Synthesizes the service into `cdk.out`, unless that was done from the very same sources. Returns the directory. */
export const synthesize = async (): Promise<string> => {
  const assembly = join(project, 'cdk.out');
  const stamp = join(assembly, '.synthesized-from');
  const sources = hashInputs();
  if (readStamp(stamp) === sources) return assembly;
  const cdk = spawn(process.execPath, [join(project, 'node_modules/aws-cdk/bin/cdk'), 'synth', '--quiet'], {
    cwd: project,
    env: {
      ...process.env,
      // cdk.json says `node`: this one, whatever the machine has.
      PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
      // The validator of templates takes seconds; `npm run synth` runs it.
      CDK_VALIDATION: 'false',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [cdk.stdout, cdk.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  const [code] = (await once(cdk, 'exit')) as [number | null];
  if (code !== 0) throw new LaptopProblem(`The synthesis failed:\n${said.trim()}`);
  writeFileSync(stamp, sources);
  return assembly;
};
