import * as z from 'zod';
import type { Discipline } from '../../domain/discipline.ts';
import { lazily } from '../../domain/lazily.ts';
import { FacilityId } from '../../domain/primitives.ts';
import { parseItem, type Item, type Readable } from '../item.ts';
import { changeKey, changesSince, chunkKey, chunksOf, currentKey, sequenceOfChange } from './keys.ts';
import { nameOf } from '../keys.ts';
import { get, type Source } from '../read.ts';
import { collect } from '../stretches.ts';
import { kindAttribute } from '../table.ts';
import { pack, unpack, type Row } from './packing.ts';

/** Says which base is valid. */
export interface Current {
  readonly baseName: string;
  /** The last change that the base holds. */
  readonly sequence: number;
  readonly chunks: number;
  /** Bytes of the chunks. */
  readonly size: number;
  /** A new one when a base says what the changes do not lead to: whoever knows another must load anew. */
  readonly generation: string;
}

/** The state of one facility since a change; null: it is gone. */
export interface Change {
  readonly sequence: number;
  /** Null for a change that cannot be read: it counts, and changes nothing. */
  readonly facilityId: FacilityId | null;
  readonly row: Row | null;
  /** Bytes of the packed row. */
  readonly size: number;
}

/** What a read from some change on finds. */
export interface Answer {
  readonly current: Current | null;
  readonly changes: readonly Change[];
}

const current: Readable<Current> = {
  kind: 'directory',
  schema: z.object({
    baseName: z.string(),
    sequence: z.int(),
    chunks: z.int(),
    size: z.int(),
    generation: z.string(),
  }),
};

const ChangeItem = lazily(() => z.object({ facilityId: FacilityId, packed: z.instanceof(Uint8Array).nullish() }));
const ChunkItem = lazily(() => z.object({ packed: z.instanceof(Uint8Array) }));

/** What an item costs beside its packed rows: keys, names and the facility's id. */
const overhead = 120;

const unpacked = (table: Source, item: Item, packed: Uint8Array): readonly Row[] => {
  try {
    return unpack(packed);
  } catch {
    table.quarantine(nameOf({ pk: String(item['pk']), sk: String(item['sk']) }), 'packed: invalid_format');
    return [];
  }
};

const changeOf = (table: Source, item: Item): Change => {
  const sequence = sequenceOfChange(String(item['sk']));
  const read = parseItem(table.quarantine, { kind: 'directory-change', schema: ChangeItem() }, item);
  if (read === null) return { sequence, facilityId: null, row: null, size: overhead };
  const { facilityId, packed } = read;
  if (packed == null) return { sequence, facilityId, row: null, size: overhead };
  const [row = null] = unpacked(table, item, packed);
  return { sequence, facilityId, row, size: overhead + packed.length };
};

export const readCurrent = (table: Source, discipline: Discipline): Promise<Current | null> =>
  get(table, current, currentKey(discipline));

/**
 * One read of everything from a change on, that change included, and of what says which base is valid. `latest`: every
 * write before the read is seen, at twice the price.
 */
export const readSince = async (
  table: Source,
  discipline: Discipline,
  sequence: number,
  latest: boolean,
): Promise<Answer> => {
  const stretch = { ...changesSince(discipline, sequence), relaxed: !latest };
  const changes: Change[] = [];
  const [valid = null] = await collect(table, stretch, (item) => {
    if (item[kindAttribute] === current.kind) return parseItem(table.quarantine, current, item);
    changes.push(changeOf(table, item));
    return null;
  });
  return { current: valid, changes };
};

/** The rows of a base; null when chunks are missing, because it is not valid any more. */
export const readBase = async (
  table: Source,
  discipline: Discipline,
  { baseName, chunks }: Current,
): Promise<readonly Row[] | null> => {
  // What a name stands for never changes, so that a late copy is as good: it is there whole or not.
  const stretch = { ...chunksOf(discipline, baseName), relaxed: true };
  const found = await collect(table, stretch, (item) => {
    const read = parseItem(table.quarantine, { kind: 'directory-base', schema: ChunkItem() }, item);
    return read && { rows: unpacked(table, item, read.packed) };
  });
  const whole = found.length === chunks && found.every(({ rows }) => rows.length > 0);
  return whole ? found.flatMap(({ rows }) => rows) : null;
};

/** The number of the last change; 0: there was none. */
export const lastSequence = async (table: Source, discipline: Discipline): Promise<number> => {
  const { partition, from } = changesSince(discipline, 0);
  const to = changeKey(discipline, 999_999_999_999).sk;
  const [last = 0] = await collect(
    table,
    { partition, from, to, newestFirst: true },
    ({ sk }) => sequenceOfChange(String(sk)),
    1,
  );
  return last;
};

export const changeItem = (
  discipline: Discipline,
  sequence: number,
  facilityId: FacilityId,
  row: Row | null,
): Item => ({
  ...changeKey(discipline, sequence),
  [kindAttribute]: 'directory-change',
  facilityId,
  ...(row && { packed: pack([row]) }),
});

export const chunkItem = (discipline: Discipline, base: string, number: number, packed: Buffer): Item => ({
  ...chunkKey(discipline, base, number),
  [kindAttribute]: 'directory-base',
  packed,
});

export const currentItem = (discipline: Discipline, value: Current): Item => ({
  ...currentKey(discipline),
  [kindAttribute]: 'directory',
  ...value,
});
