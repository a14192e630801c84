import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { shown, shownTime } from './measure.ts';
import type { Figures } from './national/process.ts';
import type { Bench, Row } from './table.ts';

const facilities = 25_000;
const whole = 350_000;
const longest = 30_000;
const mostMemory = 1000;
const leastRatio = 15;

/** V8 takes what it is given: within these a round must fit. */
const heap = ['--max-old-space-size=800', '--max-semi-space-size=32'];

const script = fileURLToPath(new URL('national/process.ts', import.meta.url));

/** Runs a national round in a process of its own. */
const inProcess = async (what: 'round' | 'plain' | 'npm-parts', requests: number): Promise<Figures> => {
  const options = what === 'npm-parts' ? [] : heap;
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...options,
    script,
    what,
    String(requests),
    String(facilities),
  ]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the script next door writes it
  return JSON.parse(stdout) as Figures;
};

const growth = (figures: readonly (readonly [requests: number, Figures])[]): Row => {
  const [[least, small] = [0, null], [, middle] = [0, null], [most, large] = [0, null]] = figures;
  const each = (((large?.peakMemory ?? 0) - (small?.peakMemory ?? 0)) * 1000) / (most - least);
  return {
    target: 'P2',
    what: 'memory at 100,000, 200,000 and 350,000 requests',
    measured: [small, middle, large].map((one) => `${shown(one?.peakMemory ?? 0)} MB`).join(', '),
    beside: `${shown(each, 1)} kB a request more, the request itself included`,
    result: '(linear)',
    reached: null,
  };
};

const rows = async (): Promise<Row[]> => {
  const small = await inProcess('round', 100_000);
  const middle = await inProcess('round', 200_000);
  const large = await inProcess('round', whole);
  const ours = await inProcess('plain', 100_000);
  const peer = await inProcess('npm-parts', 100_000);
  const same = ours.digest === peer.digest;
  return [
    {
      target: 'P2',
      what: `national round, ${shown(whole)} × ${shown(facilities)}, with reasons`,
      measured: shownTime(large.cpu),
      beside: `${shown(large.inReach / 1e6, 1)} million pairs in reach, ${shown(large.placed)} placed; reasons of these ${shownTime(large.part)}`,
      result: '(≤ 30 s)',
      reached: large.cpu <= longest,
    },
    {
      target: 'P2',
      what: 'its memory at the most, input included',
      measured: `${shown(large.peakMemory)} MB`,
      beside: `input ${shown(large.marketMemory)} MB`,
      result: '(≤ 1,000 MB)',
      reached: large.peakMemory <= mostMemory,
    },
    growth([
      [100_000, small],
      [200_000, middle],
      [whole, large],
    ]),
    {
      target: 'P2',
      what: 'stable, with contact budgets',
      measured: `${large.blocking} blocking pairs`,
      beside: `${small.blocking} at 100,000, ${middle.blocking} at 200,000`,
      result: '(none)',
      reached: large.blocking + middle.blocking + small.blocking === 0,
    },
    {
      target: 'P2',
      what: '100,000 requests without contact budgets',
      measured: shownTime(ours.cpu),
      beside: `geokdbush, verdicts as objects, stable-marriage ${shownTime(peer.cpu)} (marrying ${shownTime(peer.part)}), ${same ? 'equal result' : 'ANOTHER RESULT'}`,
      result: `${shown(peer.cpu / ours.cpu, 1)} × (≥ ${leastRatio} ×)`,
      reached: peer.cpu / ours.cpu >= leastRatio && same,
    },
  ];
};

/** P2: a round of the whole nation. Takes minutes, so that it runs when it is named. */
export const roundBench: Bench = { name: 'round', run: rows, onlyByName: true };
