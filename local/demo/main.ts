import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startCloud } from '../cloud.ts';
import { LaptopProblem } from '../problem.ts';
import { synthesize } from '../synthesize.ts';
import { WrongOutcome } from './expect.ts';
import { playDemo } from './play.ts';
import { failure, tell } from './print.ts';

const usage = `Plays the whole job on this machine and checks what it shows.

  npm run demo                                  with four invented facilities
  npm run demo -- --facilities FILE [--seed S]  with the hospitals of a CMS "Hospital General Information" file
                                                as simulated hosts; the same seed gives the same hosts
`;

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      facilities: { type: 'string' },
      seed: { type: 'string', default: 'demo' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  const directory = mkdtempSync(join(tmpdir(), 'clinical-site-match-'));
  try {
    await synthesize();
    const cloud = await startCloud({ directory });
    try {
      const { facilities, seed } = values;
      await playDemo(cloud, facilities === undefined ? {} : { hospitals: { file: facilities, seed } });
    } finally {
      await cloud.stop();
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  tell('\nEverything shown above was checked.');
};

try {
  await main();
} catch (error) {
  process.exitCode = 1;
  const known = error instanceof LaptopProblem || error instanceof WrongOutcome;
  failure(known ? error.message : String(error instanceof Error ? error.stack : error));
}
