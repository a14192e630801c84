import { join } from 'node:path';
import * as z from 'zod';
import { stateFile } from './state-file.ts';

/** The laptop cloud's time: the real one, moved forward as far as somebody asked for. */
export interface CloudClock {
  readonly now: () => Date;
  readonly advance: (milliseconds: number) => void;
  /** Called after each move. */
  readonly onAdvance: (listener: () => void) => void;
  /** One BigInt64: the milliseconds to add to the real time; the workers' clocks read it too. */
  readonly offset: SharedArrayBuffer;
}

/** Every data directory has it. */
export const clockFile = 'clock.json';

export const startClock = (directory: string): CloudClock => {
  const offset = new SharedArrayBuffer(8);
  const cell = new BigInt64Array(offset);
  // Kept on disk: what was written at a moved time must not lie in the future after a restart.
  const kept = stateFile(join(directory, clockFile), z.int().min(0), () => 0);
  const listeners: (() => void)[] = [];
  Atomics.store(cell, 0, BigInt(kept.get()));
  return {
    offset,
    now: () => new Date(Date.now() + kept.get()),
    advance: (milliseconds) => {
      kept.set(kept.get() + z.int().min(0).parse(milliseconds));
      Atomics.store(cell, 0, BigInt(kept.get()));
      for (const listener of listeners) listener();
    },
    onAdvance: (listener) => {
      listeners.push(listener);
    },
  };
};
