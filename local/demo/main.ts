import { access } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { runCommand } from '../command.ts';
import { inPassing } from '../in-passing.ts';
import { LaptopProblem } from '../problem.ts';
import { playDemo, type DemoOptions } from './play.ts';
import { tell } from './print.ts';

const help = `npm run demo [-- options]   Plays the whole job on this machine and checks what it shows.

  --facilities FILE   host with the hospitals of a CMS "Hospital General Information" file, simulated,
                      instead of four invented facilities
  --seed TEXT         what the simulated offers are drawn from; the same text gives the same offers (demo)
  --assembly DIR      run this synthesized assembly instead of synthesizing
`;

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
