import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startCloud } from './cloud.ts';
import { runCommand } from './command.ts';
import { LaptopProblem } from './problem.ts';
import { synthesize } from './synthesize.ts';

const events = join(import.meta.dirname, '../events');

const help = `npm run invoke <function> <case>   Calls a function with the event events/<function>/<case>.json.

It runs in a laptop cloud of its own, which forgets everything at the end. Without a case: lists them.
`;

const namesIn = (directory: string): readonly string[] => {
  try {
    return readdirSync(directory);
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
  const cloud = await startCloud({
    directory: '.laptop-cloud/invoke',
    fresh: true,
    assembly: await synthesize(),
    tell: (line) => process.stderr.write(`${line}\n`),
  });
  try {
    process.stdout.write(`${JSON.stringify(await cloud.invoke(functionName, event), null, 2)}\n`);
    process.stdout.write(readFileSync(join('.laptop-cloud/invoke/logs', `${functionName}.log`), 'utf8'));
  } finally {
    await cloud.stop();
  }
});
