import { randomInt } from 'node:crypto';
import type { Ids } from '../shared/usecases/ports.ts';

const small = '0123456789abcdefghijklmnopqrstuvwxyz';
const letters = `${small}ABCDEFGHIJKLMNOPQRSTUVWXYZ`;

const mark = (alphabet: string, length: number): string =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');

/** 22 of 62 signs hold 131 bits: nobody meets or guesses an id. A mark is told apart within one site offer only. */
const id = (prefix: string) => (): string => `${prefix}_${mark(letters, 22)}`;

export const randomIds: Ids = {
  request: id('req'),
  draft: id('drf'),
  facility: id('fac'),
  program: id('prg'),
  healthSystem: id('sys'),
  round: id('rnd'),
  intakeMark: () => mark(small, 8),
};
