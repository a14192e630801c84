/** The middle one of the values, which one slow run does not move. */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/**
 * Milliseconds of processor time that `work` takes on its thread, once. Not the clock on the wall, which also counts
 * what others do on the machine meanwhile.
 */
export const cpuMilliseconds = (work: () => unknown): number => {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
};

/** The clock of processor time may tick in steps of 10 ms: a run lasts many of them. */
const shortestRun = 200;

/** What is warm has run for a while: the compiler optimizes what it has seen often. Milliseconds. */
const warmUp = 1000;

/** Milliseconds of processor time of `work` in each of several runs, once it is warm. */
const cpuMillisecondsOfRuns = (runs: number, work: () => unknown): number[] => {
  const begin = performance.now();
  let start = begin;
  let end = begin;
  while (end - begin < warmUp) {
    start = performance.now();
    work();
    end = performance.now();
  }
  const repeats = Math.ceil(shortestRun / (end - start));
  const run = (): void => {
    for (let repeat = 0; repeat < repeats; repeat++) work();
  };
  return Array.from({ length: runs }, () => cpuMilliseconds(run) / repeats);
};

/** The best of several runs: what disturbs a run only ever lengthens it. */
export const warmCpuMilliseconds = (runs: number, work: () => unknown): number =>
  Math.min(...cpuMillisecondsOfRuns(runs, work));

/** The middle one of several runs: what collecting garbage costs is in it. */
export const medianCpuMilliseconds = (runs: number, work: () => unknown): number =>
  median(cpuMillisecondsOfRuns(runs, work));

export const shown = (value: number, digits = 0): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** A time in the unit that suits it. */
export const shownTime = (ms: number): string =>
  ms >= 1000 ? `${shown(ms / 1000, 1)} s` : `${shown(ms, ms < 10 ? 2 : 0)} ms`;
