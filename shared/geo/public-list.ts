import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { calledBy } from '../domain/name-search.ts';
import type { ListedFacility, PublicList } from '../usecases/ports.ts';

const mostFound = 10;

/** ZIP codes of one region begin with the same three digits. */
const regionDigits = 3;

const facilityOf = (line: string): ListedFacility => {
  const [zip = '', name = '', street = ''] = line.split('\t');
  return { zip, name, street };
};

/** The list in the file that `npm run generate:public-list` writes. Nothing is read before the first question. */
export const loadPublicList = (path: string): PublicList => {
  let listed: readonly ListedFacility[] | undefined;
  return {
    find: (name, zip) => {
      const isCalled = calledBy(name);
      const near = zip.trim();
      if (isCalled === null && near === '') return [];
      listed ??= brotliDecompressSync(readFileSync(path)).toString('utf8').trimEnd().split('\n').map(facilityOf);
      const region = near.slice(0, regionDigits);
      return listed
        .filter((one) => one.zip.startsWith(isCalled === null ? near : region) && (isCalled?.(one.name) ?? true))
        .toSorted((a, b) => Number(b.zip === near) - Number(a.zip === near))
        .slice(0, mostFound);
    },
  };
};
