import { mkdtempSync, rmSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startCloud } from '../cloud.ts';
import { runCommand } from '../command.ts';
import { startDynamoDb } from '../dynamodb/dynamodb.ts';
import { LaptopProblem } from '../problem.ts';
import { synthesize } from '../synthesize.ts';
import { playDemo, type DemoOptions } from './play.ts';
import { tell } from './print.ts';

const help = `npm run demo [-- options]   Plays the whole job on this machine and checks what it shows.

  --facilities FILE   host with the hospitals of a CMS "Hospital General Information" file, simulated,
                      instead of four invented facilities
  --seed TEXT         what the simulated offers are drawn from; the same text gives the same offers (demo)
  --assembly DIR      run this synthesized assembly instead of synthesizing
`;

/** Nothing of a demo is kept, so its table lives in memory and everything else in a folder that goes. */
const inPassing = async (
  given: string | undefined,
  play: (cloud: Awaited<ReturnType<typeof startCloud>>) => Promise<void>,
): Promise<void> => {
  const directory = mkdtempSync(join(tmpdir(), 'clinical-site-match-'));
  try {
    const assembly = given ?? (await synthesize());
    const dynamoDb = await startDynamoDb();
    try {
      const cloud = await startCloud({ directory, assembly, dynamoDb: dynamoDb.endpoint });
      try {
        await play(cloud);
      } finally {
        await cloud.stop();
      }
    } finally {
      await dynamoDb.stop();
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
};

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      facilities: { type: 'string' },
      seed: { type: 'string', default: 'demo' },
      assembly: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  const { facilities: file, seed, assembly } = values;
  if (file !== undefined)
    await access(file).catch(() => {
      throw new LaptopProblem(`--facilities: ${file} cannot be read.`);
    });
  const options: DemoOptions = file === undefined ? {} : { hospitals: { file, seed } };
  tell('Bundling the functions and starting the laptop cloud …');
  await inPassing(assembly, async (cloud) => playDemo(cloud, options));
  tell('\nEverything shown above was checked.');
});
