import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Discipline } from '../../domain/discipline.ts';
import type { Listing } from '../../domain/listing.ts';
import type { FacilityId } from '../../domain/primitives.ts';
import type { Item } from '../item.ts';
import { chunkKey, nameOfBase, outlivedBy } from './keys.ts';
import { type Key } from '../keys.ts';
import type { Source } from '../read.ts';
import { keysIn } from '../stretches.ts';
import { changeItem, chunkItem, currentItem, lastSequence, readCurrent, type Current } from './items.ts';
import { packAll, rowOf, type Row } from './packing.ts';
import type { DirectoryReader, Known } from './reader.ts';
import { openFacilities, readListing, readListings } from './source.ts';

/** Bytes; below this a log is short, whatever the base weighs. */
const leastLog = 65_536;

/** Somebody else's writing in between makes it begin again. */
const attempts = 20;

const saysTheSame = (a: Row | null, b: Row | null): boolean =>
  a === null || b === null ? a === b : isDeepStrictEqual(JSON.parse(a.json.toString()), JSON.parse(b.json.toString()));

const inTurn = async <T>(items: Iterable<T>, act: (item: T) => Promise<unknown>, atATime = 10): Promise<void> => {
  const left = [...items].values();
  const worker = async (): Promise<void> => {
    for (const item of left) await act(item);
  };
  await Promise.all(Array.from({ length: atATime }, worker));
};

export const directoryKeeper = (table: Source, reader: DirectoryReader, longLog = leastLog) => {
  const { documents, tableName } = table;

  /**
   * A new base is due when the changes since the last one weigh as much as it does: so a start reads at most twice
   * what it must, and a change bears about its own weight of the writing of bases.
   */
  const isBaseDue = ({ sizes, current }: Known): boolean =>
    sizes.reduce((sum, size) => sum + size, 0) >= Math.max(longLog, current.size);

  /** False: the condition does not hold. */
  const put = async (item: Item, condition?: string, values?: Item): Promise<boolean> => {
    try {
      await documents.send(
        new PutCommand({
          TableName: tableName,
          Item: item,
          ConditionExpression: condition,
          ExpressionAttributeValues: values,
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  };
  const remove = (key: Key) => documents.send(new DeleteCommand({ TableName: tableName, Key: key }));

  /**
   * Removes what nobody needs any more after a base was replaced. The replaced base and the changes since it stay until
   * the next time, for those who are reading it. Whatever is older than it can never become valid again.
   */
  const tidy = async (discipline: Discipline, replaced: Current): Promise<void> => {
    for (const stretch of outlivedBy(discipline, replaced.sequence)) await inTurn(await keysIn(table, stretch), remove);
  };

  /**
   * Writes a base and makes it the valid one, if the one that it is derived from still is. Until then nobody looks at
   * its chunks, so that a writer may end anywhere.
   */
  const replaceBase = async (
    discipline: Discipline,
    rows: readonly Row[],
    next: { readonly replaced: Current | null; readonly sequence: number; readonly generation: string },
  ): Promise<boolean> => {
    const { replaced, sequence, generation } = next;
    const baseName = nameOfBase(sequence, randomUUID().slice(0, 8));
    const chunks = packAll(rows);
    await inTurn(chunks.entries(), ([number, packed]) => put(chunkItem(discipline, baseName, number, packed)));
    const size = chunks.reduce((sum, { length }) => sum + length, 0);
    const item = currentItem(discipline, { baseName, sequence, generation, chunks: chunks.length, size });
    const valid =
      replaced === null
        ? await put(item, 'attribute_not_exists(pk)')
        : await put(item, 'baseName = :replaced', { ':replaced': replaced.baseName });
    if (valid && replaced !== null) await tidy(discipline, replaced);
    if (!valid) await inTurn(chunks.keys(), (number) => remove(chunkKey(discipline, baseName, number)));
    return valid;
  };

  /** Keeps those of these facilities of which the directory says something else than their own items. */
  const correct = async (
    discipline: Discipline,
    { memory }: Known,
    facilityIds: readonly FacilityId[],
  ): Promise<{ readonly changed: boolean }> => {
    let changed = false;
    for (const [facilityId, listing] of await readListings(table, facilityIds, discipline))
      if (!saysTheSame(memory.row(facilityId), listing && rowOf(listing)))
        changed = (await keep(facilityId, discipline)).changed || changed;
    return { changed };
  };

  /** Makes a directory from the facilities' own items, and then corrects what changed meanwhile. */
  const rebuild = async (discipline: Discipline): Promise<void> => {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      // Both before the facilities are read: what changes from here on is a change after this base, or found below.
      const [replaced, sequence] = [await readCurrent(table, discipline), await lastSequence(table, discipline)];
      const facilityIds = await openFacilities(table);
      const listings = await readListings(table, facilityIds, discipline);
      const rows = [...listings.values()].flatMap((listing) => (listing === null ? [] : [rowOf(listing)]));
      if (!(await replaceBase(discipline, rows, { replaced, sequence, generation: randomUUID() }))) continue;
      // A keeper that still knew the former base may have found there what we read before a change: nobody else looks.
      const known = await reader.read(discipline, { latest: true });
      if (known === null) break;
      await correct(discipline, known, facilityIds);
      return;
    }
    throw new Error(`The directory of ${discipline} could not be made.`);
  };

  const knownDirectory = async (discipline: Discipline): Promise<Known> => {
    const known = await reader.read(discipline, { latest: true });
    if (known !== null) return known;
    await rebuild(discipline);
    const made = await reader.read(discipline, { latest: true });
    if (made === null) throw new Error(`The directory of ${discipline} cannot be read although it was just made.`);
    return made;
  };

  /**
   * Appends the state of a facility until a look at its own items finds what was written. The state is read after the
   * last change was, and only the writer of the very next number gets it in: a state that is out of date by then is
   * refused, or its writer looks again, because somebody else may have found that nothing had changed meanwhile. So the
   * last entry of a facility is true once all writers are done.
   */
  const keep = async (facilityId: FacilityId, discipline: Discipline): Promise<{ readonly changed: boolean }> => {
    const rowNow = async (): Promise<Row | null> => {
      const listing = await readListing(table, facilityId, discipline);
      return listing && rowOf(listing);
    };
    let changed = false;
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const known = await knownDirectory(discipline);
      const row = await rowNow();
      if (!saysTheSame(known.memory.row(facilityId), row)) {
        const item = changeItem(discipline, known.sequence + 1, facilityId, row);
        if (!(await put(item, 'attribute_not_exists(pk)'))) continue;
        changed = true;
        if (!saysTheSame(row, await rowNow())) continue;
      }
      if (isBaseDue(known)) {
        const { current, sequence, memory } = known;
        await replaceBase(discipline, memory.rows(), { replaced: current, sequence, generation: current.generation });
      }
      return { changed };
    }
    throw new Error(`${facilityId} in the directory of ${discipline} was changed by others ${attempts} times.`);
  };

  /**
   * Holds the whole directory against the facilities' own items, and keeps what it missed: changes of which nobody was
   * told, as when the stream stood still for longer than it remembers.
   */
  const check = async (discipline: Discipline): Promise<{ readonly changed: boolean }> => {
    const known = await knownDirectory(discipline);
    const listed = [...known.memory.rows()].map(({ place }) => place.facilityId);
    return correct(discipline, known, [...new Set([...listed, ...(await openFacilities(table))])]);
  };

  /** Adds many facilities at once, by one new base. Those that the directory knows already are left as they are. */
  const add = async (discipline: Discipline, listings: readonly Listing[]): Promise<void> => {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const { current, sequence, memory } = await knownDirectory(discipline);
      const rows = new Map(listings.map((listing) => [listing.offer.facilityId, rowOf(listing)]));
      for (const row of memory.rows()) rows.set(row.place.facilityId, row);
      const next = { replaced: current, sequence, generation: randomUUID() };
      if (await replaceBase(discipline, [...rows.values()], next)) return;
    }
    throw new Error(`The directory of ${discipline} was replaced by others ${attempts} times.`);
  };

  /** Makes a directory if there is none. */
  const ensure = async (discipline: Discipline): Promise<void> => {
    await knownDirectory(discipline);
  };

  return { keep, check, rebuild, ensure, add };
};
