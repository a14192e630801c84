/*
 * Writes shared/geo/public-list.bin, from which facilities choose themselves: `npm run generate:public-list -- FILE`, with
 * the file "Hospital General Information" as CMS publishes it (a work of the United States government).
 */

import { createReadStream, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { LaptopProblem } from '../problem.ts';
import { readCmsHospitals } from './cms-hospitals.ts';

const [, , file] = argv;
if (file === undefined) throw new LaptopProblem('Name the file: npm run generate:public-list -- FILE');

const { hospitals, problems } = await readCmsHospitals(createReadStream(file));
const text = hospitals
  .map(({ zip, name, street }) => [zip, name, street].join('\t'))
  .toSorted()
  .map((row) => `${row}\n`)
  .join('');
const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
writeFileSync(
  fileURLToPath(new URL('../../shared/geo/public-list.bin', import.meta.url)),
  brotliCompressSync(text, { params }),
);
console.info(`${hospitals.length} hospitals, ${problems.length} rows left out`);
