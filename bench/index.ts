/** `npm run bench` measures everything; `npm run bench -- assign` the named parts only. */
import { assignBench } from './assign.ts';
import { bundlesBench } from './bundles.ts';
import { lookupBench } from './lookup.ts';
import { placementBench } from './placement.ts';
import { tableOf, type Bench } from './table.ts';
import { verdictsBench } from './verdicts.ts';

const benches: readonly Bench[] = [assignBench, bundlesBench, lookupBench, placementBench, verdictsBench];

const names = process.argv.slice(2);
const unknown = names.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) {
  process.stderr.write(`There is no part "${unknown.join('", "')}": ${benches.map(({ name }) => name).join(', ')}.\n`);
  process.exit(2);
}

process.stdout.write('Figures vary with the machine: compare within one run, and read ratios and counts.\n');
for (const { name, run } of benches) {
  if (names.length > 0 && !names.includes(name)) continue;
  process.stdout.write(`\n${name}\n`);
  process.stdout.write(`${tableOf(await run())}\n`);
}
