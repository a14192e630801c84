import type { Discipline } from '../../domain/discipline.ts';
import { padded, type Key } from '../keys.ts';

const directoryPartition = (discipline: Discipline) => `DIRECTORY#${discipline}`;

/** The change with this number, and all that came after it; last of all the item that says which base is valid. */
export const changesSince = (discipline: Discipline, sequence: number) => ({
  partition: directoryPartition(discipline),
  from: changeKey(discipline, sequence).sk,
  to: currentKey(discipline).sk,
});

export const changeKey = (discipline: Discipline, sequence: number): Key => ({
  pk: directoryPartition(discipline),
  sk: `CHANGE#${padded(sequence, 12)}`,
});

export const sequenceOfChange = (sk: string): number => Number(sk.slice('CHANGE#'.length));

/** Sorts behind every change, so that one stretch holds both. */
export const currentKey = (discipline: Discipline): Key => ({ pk: directoryPartition(discipline), sk: 'CURRENT' });

/** A base is named for the last change that it holds, and by a mark, so that no two that are being written mix. */
export const nameOfBase = (sequence: number, mark: string) => `${padded(sequence, 12)}-${mark}`;

export const chunksOf = (discipline: Discipline, base: string) => ({
  partition: directoryPartition(discipline),
  prefix: `BASE#${base}#`,
});

export const chunkKey = (discipline: Discipline, base: string, number: number): Key => {
  const { partition, prefix } = chunksOf(discipline, base);
  return { pk: partition, sk: `${prefix}${padded(number, 4)}` };
};

/** All changes before a change, and all bases older than it, finished or not. */
export const outlivedBy = (discipline: Discipline, sequence: number) => [
  { partition: directoryPartition(discipline), from: 'BASE#', to: `BASE#${padded(sequence, 12)}` },
  {
    partition: directoryPartition(discipline),
    from: changeKey(discipline, 0).sk,
    to: changeKey(discipline, Math.max(0, sequence - 1)).sk,
  },
];
