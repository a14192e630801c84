import { createReadStream } from 'node:fs';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { Presets, SingleBar } from 'cli-progress';
import { importHosts } from '../../shared/store/bulk-import.ts';
import { loadPlaces } from '../../shared/geo/places.ts';
import type { Cloud } from '../cloud.ts';
import { readCmsHospitals } from '../import/cms-hospitals.ts';
import { simulateHosts, type SimulatedHost } from '../import/simulate-hosts.ts';
import { LaptopProblem } from '../problem.ts';
import { done, item, tell, title } from './print.ts';

/** How many skipped rows are named one by one; the rest is counted. */
const shownProblems = 12;

const progress = (what: string, total: number): SingleBar => {
  const bar = new SingleBar(
    { format: `  ${what} {bar} {value}/{total}`, hideCursor: true, noTTYOutput: true, notTTYSchedule: 5000 },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  return bar;
};

/** Reads a hospital file as published by CMS and puts its hospitals into the table as simulated hosts. */
export const importRealHosts = async (cloud: Cloud, file: string, seed: string): Promise<readonly SimulatedHost[]> => {
  title('Hospitals of the public list');
  const { rows, hospitals, problems } = await readCmsHospitals(createReadStream(file));
  tell(`${rows} rows in ${file}`);
  for (const { line, column, message } of problems.slice(0, shownProblems))
    item(`line ${line}${column === null ? '' : `, ${column}`}: ${message}; skipped`);
  if (problems.length > shownProblems) item(`and ${problems.length - shownProblems} more rows skipped`);
  if (hospitals.length === 0) throw new LaptopProblem(`${file} holds no hospital that can be used.`);

  const { hosts, withoutPoint } = simulateHosts(hospitals, {
    seed,
    now: cloud.clock.now().toISOString(),
    places: loadPlaces('shared/geo/zip-points.bin'),
  });
  const facilities = hosts.map(({ facility }) => facility);
  const siteOffers = hosts.flatMap((host) => host.siteOffers);
  const intakes = hosts.flatMap((host) => host.intakes);
  const audit = hosts.flatMap((host) => host.audit);
  const bar = progress('import', 2 * audit.length);
  const client = new DynamoDBClient(cloud.sdk);
  await importHosts({ client, tableName: cloud.tableName }, { facilities, siteOffers, intakes, audit }, (items) => {
    bar.increment(items);
  });
  bar.stop();
  client.destroy();
  await cloud.settle();
  done(
    `${facilities.length} hospitals as simulated hosts (seed "${seed}"): ${siteOffers.length} site offers with ` +
      `${intakes.length} dated intakes. Their offers and contacts are invented; no hospital agreed to anything.`,
  );
  if (withoutPoint.length > 0)
    done(`${withoutPoint.length} have a ZIP code without a known point: their distance is asked`);
  return hosts;
};
