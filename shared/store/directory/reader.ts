import type { Discipline } from '../../domain/discipline.ts';
import { nameOf } from '../keys.ts';
import type { Source } from '../read.ts';
import { readBase, readCurrent, readSince, type Answer, type Current } from './items.ts';
import { directoryMemory, type DirectoryMemory } from './memory.ts';

/** What a function knows of one directory. */
export interface Known {
  readonly memory: DirectoryMemory;
  /** The valid base, as far as it was heard of. */
  current: Current;
  /** The last change that was seen. */
  sequence: number;
  /** Bytes of each change since the base. */
  sizes: number[];
}

/**
 * Does an answer go on where one's knowledge ends? It must begin with the last change that was seen, leave none out,
 * and be of the same generation; else changes were tidied away meanwhile, or a late copy was read.
 */
const follows = ({ current, sequence }: Known, answer: Answer): boolean => {
  if (answer.current?.generation !== current.generation) return false;
  // Before the first change there is none to begin with.
  const first = sequence === 0 ? 1 : sequence;
  if (answer.changes.length === 0) return sequence === 0;
  return answer.changes.every((change, index) => change.sequence === first + index);
};

const learn = (known: Known, { current, changes }: Answer): void => {
  for (const { sequence, facilityId, row, size } of changes) {
    if (sequence <= known.sequence) continue;
    if (facilityId !== null) known.memory.set(facilityId, row);
    known.sequence = sequence;
    known.sizes.push(size);
  }
  if (current === null || current.baseName === known.current.baseName) return;
  // The same state in a newer base: nothing to load, but the changes that count start later.
  known.sizes = known.sizes.slice(current.sequence - known.current.sequence);
  known.current = current;
};

/** A base that is replaced while it is read is asked for anew. */
const attempts = 3;

/** Reads a directory whole; null when none was made yet, or what is there cannot be read. */
const load = async (table: Source, discipline: Discipline, latest: boolean): Promise<Known | null> => {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const current = await readCurrent(table, discipline);
    if (current === null) return null;
    const rows = await readBase(table, discipline, current);
    if (rows === null) continue;
    const memory = directoryMemory(rows, (facilityId, issue) => {
      table.quarantine(nameOf({ pk: `DIRECTORY#${discipline}`, sk: facilityId }), issue);
    });
    const known: Known = { memory, current, sequence: current.sequence, sizes: [] };
    const answer = await readSince(table, discipline, current.sequence, latest || attempt > 1);
    if (!follows(known, answer)) continue;
    learn(known, answer);
    return known;
  }
  table.quarantine(`DIRECTORY#${discipline}/BASE`, 'incomplete');
  return null;
};

/** Reads of one directory come one after the other, as each goes on where the last one ended; one that has not begun serves all who wait. */
interface Turn {
  begun: boolean;
  readonly latest: boolean;
  known: Promise<Known | null>;
}

/**
 * Directories in the memory of a function. Asking again is one read, from the last change that was seen on: while
 * nothing changes it answers with that change and the valid base's name, whatever the size of the directory.
 */
export const directoryReader = (table: Source) => {
  const known = new Map<Discipline, Known>();
  const turns = new Map<Discipline, Turn>();

  const refresh = async (discipline: Discipline, latest: boolean): Promise<Known | null> => {
    const before = known.get(discipline);
    // A late copy may lack the last change that was seen: asked once more it is told apart from a change tidied away.
    for (const surely of before === undefined ? [] : latest ? [true] : [false, true]) {
      if (before === undefined) break;
      const answer = await readSince(table, discipline, before.sequence, surely);
      if (!follows(before, answer)) continue;
      learn(before, answer);
      return before;
    }
    const loaded = await load(table, discipline, latest);
    if (loaded === null) known.delete(discipline);
    else known.set(discipline, loaded);
    return loaded;
  };

  return {
    /** The directory as it is now, or a moment ago unless the `latest` is asked for; null: none was made yet. */
    read: (discipline: Discipline, { latest }: { readonly latest: boolean }): Promise<Known | null> => {
      const before = turns.get(discipline);
      if (before !== undefined && !before.begun && (before.latest || !latest)) return before.known;
      const turn: Turn = { begun: false, latest, known: Promise.resolve(null) };
      turn.known = (before?.known ?? Promise.resolve())
        .catch(() => {})
        .then(() => {
          turn.begun = true;
          return refresh(discipline, latest);
        });
      turns.set(discipline, turn);
      return turn.known;
    },
  };
};

export type DirectoryReader = ReturnType<typeof directoryReader>;
