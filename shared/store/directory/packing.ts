import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import * as z from 'zod';
import { lazily } from '../../domain/lazily.ts';
import { sitesOf, type Listing } from '../../domain/listing.ts';
import { placeOf, type Place } from '../../matching/reach.ts';

/** One facility of a directory: what finds it, and the rest as text that is read when somebody looks at it. */
export interface Row {
  readonly place: Place;
  /** Intakes with a free seat. */
  readonly sites: number;
  /** The listing as JSON. */
  readonly json: Buffer;
}

export const rowOf = (listing: Listing): Row => ({
  place: placeOf(listing.offer),
  sites: sitesOf(listing).length,
  json: Buffer.from(JSON.stringify(listing)),
});

const lineBreak = 0x0a;

/** A column of a head for each thing that finds rows; JSON escapes line breaks, so a line is a row. */
const Head = lazily(() =>
  z.array(
    z.tuple([
      z.string(),
      z.number().nullable(),
      z.number().nullable(),
      z.string().nullable(),
      z.string().nullable(),
      z.int(),
    ]),
  ),
);

const headOf = (rows: readonly Row[]): z.infer<ReturnType<typeof Head>> =>
  rows.map(({ place: { facilityId, point, legalEmployer, healthSystemId }, sites }) => [
    facilityId,
    point?.lat ?? null,
    point?.lon ?? null,
    legalEmployer,
    healthSystemId,
    sites,
  ]);

/**
 * Rows as compressed text: a head with what finds them, then a line for each. Brotli's quality 5 takes a fifth less
 * than deflate's best, and is unpacked as fast.
 */
export const pack = (rows: readonly Row[]): Buffer => {
  const separator = Buffer.of(lineBreak);
  const text = Buffer.concat([
    Buffer.from(JSON.stringify(headOf(rows))),
    ...rows.flatMap(({ json }) => [separator, json]),
  ]);
  return brotliCompressSync(text, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    },
  });
};

/** Throws for bytes that are not packed rows. */
export const unpack = (packed: Uint8Array): Row[] => {
  const text = brotliDecompressSync(packed);
  let end = text.indexOf(lineBreak);
  const head = Head().parse(JSON.parse(text.toString('utf8', 0, end)));
  return head.map(([facilityId, lat, lon, legalEmployer, healthSystemId, sites]) => {
    const start = end + 1;
    const next = text.indexOf(lineBreak, start);
    end = next === -1 ? text.length : next;
    const point = lat === null || lon === null ? null : { lat, lon };
    return { place: { facilityId, point, legalEmployer, healthSystemId }, sites, json: text.subarray(start, end) };
  });
};

/** Some 160 kB packed; well below DynamoDB's 400 kB an item. */
const rowsAChunk = 2000;
const largestChunk = 380_000;

/** The rows in as many pieces as they need to fit into items. */
export const packAll = (rows: readonly Row[], size = rowsAChunk): Buffer[] => {
  const chunks: Buffer[] = [];
  for (let start = 0; start < rows.length; start += size) {
    const some = rows.slice(start, start + size);
    const packed = pack(some);
    if (packed.length <= largestChunk || some.length === 1) chunks.push(packed);
    else chunks.push(...packAll(some, Math.ceil(some.length / 2)));
  }
  return chunks;
};
