import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startCloud } from './cloud.ts';
import { runCommand } from './command.ts';
import { FunctionFailure } from './functions.ts';
import { LaptopProblem } from './problem.ts';
import { synthesize } from './synthesize.ts';

const events = join(import.meta.dirname, '../events');

const help = `npm run invoke <function> <case>   Calls a function with the event events/<function>/<case>.json.

It runs in a laptop cloud of its own, which forgets everything at the end. Without a case: lists them.
`;

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

const readEvent = (functionName: string, name: string): unknown => {
  try {
    return JSON.parse(readFileSync(join(events, functionName, `${name}.json`), 'utf8'));
  } catch {
    const cases = namesIn(join(events, functionName)).map((file) => file.replace('.json', ''));
    const found =
      cases.length > 0 ? `Its cases: ${cases.join(', ')}.` : `Functions with cases: ${namesIn(events).join(', ')}.`;
    throw new LaptopProblem(`There is no case ${functionName}/${name}. ${found}`);
  }
};

await runCommand(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h', default: false } },
  });
  const [functionName = '', name = ''] = positionals;
  if (values.help || functionName === '') {
    process.stdout.write(help);
    return;
  }
  const event = readEvent(functionName, name);
  const directory = mkdtempSync(join(tmpdir(), 'laptop-cloud-'));
  const cloud = await startCloud({
    directory,
    assembly: await synthesize(),
    tell: (line) => process.stderr.write(`${line}\n`),
  });
  try {
    process.stdout.write(`${JSON.stringify(await cloud.invoke(functionName, event), null, 2)}\n`);
  } catch (error) {
    if (!(error instanceof FunctionFailure)) throw error;
    process.stdout.write(`${error.message}\n`);
    process.exitCode = 1;
  } finally {
    await cloud.stop();
  }
  process.stdout.write(readFileSync(join(directory, 'logs', `${functionName}.log`), 'utf8'));
  rmSync(directory, { recursive: true });
});
