import { composeLetter } from '../shared/email/compose.ts';
import { mimeOf } from '../shared/email/mime.ts';
import { aDesk, mailSamples } from '../tests/support/mail-samples.ts';
import { shown, shownTime } from './measure.ts';
import type { Bench, Row } from './table.ts';

/** P8: milliseconds of processor time for one mail. */
const longest = 0.5;
/** How often every kind is written before it counts, and in each of the runs that count. */
const roundsToWarmUp = 80;
const roundsOfRun = 40;
const runs = 7;

/** What a worker waits for, milliseconds. Stated, as no cloud is at hand: one call of SES, and some of the table. */
const sesCall = 100;
const tableCalls = 6;
const tableCall = 5;
/** The worker's memory over what buys a whole processor, MB. */
const shareOfProcessor = 512 / 1769;

/** Mails a second: what SES lets an account send that has just left the sandbox, and one that has grown. */
const sendRates = [14, 200];

const samples = Object.values(mailSamples);

/** Milliseconds of processor time of `write` for one of the mix of all kinds: the best of some runs. */
const perMail = async <Each>(mix: readonly Each[], write: (each: Each) => unknown): Promise<number> => {
  const writeAll = async (rounds: number): Promise<void> => {
    for (let round = 0; round < rounds; round++) for (const each of mix) await write(each);
  };
  await writeAll(roundsToWarmUp);
  let best = Infinity;
  for (let run = 0; run < runs; run++) {
    const before = process.threadCpuUsage();
    await writeAll(roundsOfRun);
    const { user, system } = process.threadCpuUsage(before);
    best = Math.min(best, (user + system) / 1000 / (roundsOfRun * mix.length));
  }
  return best;
};

const targetRow = (what: string, ms: number, beside: string): Row => ({
  target: 'P8',
  what,
  measured: shownTime(ms),
  beside,
  result: `(≤ ${longest} ms)`,
  reached: ms <= longest,
});

/** P8: what a mail costs from its subject's data to the bytes that SES gets, and how many workers that makes. */
export const mailBench: Bench = {
  name: 'mail',
  run: async () => {
    const letters = await Promise.all(samples.map(({ mail, subject }) => composeLetter(aDesk, mail, subject)));
    const envelope = { from: aDesk.from, date: new Date('2027-01-04T13:00:00.000Z') };

    const render = await perMail(samples, ({ mail, subject }) => composeLetter(aDesk, mail, subject));
    const mime = await perMail(letters, (letter) => mimeOf(letter, envelope));
    const bytes = letters.reduce((sum, letter) => sum + mimeOf(letter, envelope).length, 0) / letters.length;

    const atWork = (render + mime) / shareOfProcessor + sesCall + tableCalls * tableCall;
    const mix = `mean of ${samples.length} kinds`;
    return [
      targetRow('render, warm', render, mix),
      targetRow('MIME, warm', mime, `${mix}, ${shown(bytes / 1000, 1)} kB each`),
      {
        target: 'P8',
        what: 'render and MIME, mails',
        measured: `${shown(1000 / (render + mime))} a second of CPU`,
        beside: '',
        result: '',
        reached: null,
      },
      ...sendRates.map((rate): Row => ({
        target: 'P8',
        what: `workers at ${rate} mails a second`,
        measured: shown(Math.ceil((rate * atWork) / 1000)),
        beside: `${shown(atWork)} ms a mail: SES ${sesCall} ms and ${tableCalls} table calls of ${tableCall} ms (stated), CPU at 512 MB`,
        result: '',
        reached: null,
      })),
    ];
  },
};
