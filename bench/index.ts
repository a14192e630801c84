/** `npm run bench` measures everything but the round of a whole nation; `npm run bench -- assign round` the named parts. */
import { assignBench } from './assign.ts';
import { bundlesBench } from './bundles.ts';
import { lookupBench } from './lookup.ts';
import { mailBench } from './mail.ts';
import { pagesBench } from './pages.ts';
import { placementBench } from './placement.ts';
import { roundBench } from './round.ts';
import { tableOf, type Bench } from './table.ts';
import { verdictsBench } from './verdicts.ts';

const benches: readonly Bench[] = [
  assignBench,
  bundlesBench,
  lookupBench,
  pagesBench,
  mailBench,
  placementBench,
  roundBench,
  verdictsBench,
];

const names = process.argv.slice(2);
const unknown = names.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) {
  process.stderr.write(`There is no part "${unknown.join('", "')}": ${benches.map(({ name }) => name).join(', ')}.\n`);
  process.exit(2);
}

process.stdout.write('Figures vary with the machine: compare within one run, and read ratios and counts.\n');
for (const { name, run, onlyByName } of benches) {
  if (names.length > 0 ? !names.includes(name) : onlyByName) continue;
  process.stdout.write(`\n${name}\n`);
  process.stdout.write(`${tableOf(await run())}\n`);
}
const left = benches.filter(({ onlyByName }) => onlyByName);
if (names.length === 0)
  process.stdout.write(
    `\nNot run, because it takes minutes: npm run bench -- ${left.map(({ name }) => name).join(' ')}\n`,
  );
