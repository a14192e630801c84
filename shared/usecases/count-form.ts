import { later } from '../domain/durations.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { countingDay, nowOf } from './moments.ts';
import type { Call, FormWindow, Ports, Write } from './ports.ts';

/** What a use-case needs that answers a form which mails to whatever address was typed into it. */
export type FormPorts = Pick<Ports, 'store' | 'clock' | 'networkKeys' | 'formLimits'>;

interface Limit extends FormWindow {
  /** What its sender is told. */
  readonly reached: string;
}

const limitsOf = async ({ clock, networkKeys, formLimits }: FormPorts, { sourceIp }: Call): Promise<Limit[]> => {
  const now = nowOf(clock);
  const day = countingDay(now);
  const hour = now.slice(0, 13);
  return [
    {
      // Who comes by no address at all is one sender, so that nothing gets around the limit by saying nothing.
      source: await networkKeys.of(sourceIp ?? '', day),
      window: day,
      ends: later(`${day}T00:00:00.000Z`, 1, 'day'),
      most: formLimits.perNetworkADay,
      reached: 'As many forms came from your network today as we take in a day.',
    },
    {
      source: 'everywhere',
      window: hour,
      ends: later(`${hour}:00:00.000Z`, 1, 'hour'),
      most: formLimits.anHour,
      reached: 'We are sent more forms at the moment than people write.',
    },
  ];
};

const inWords = (end: string): string => `${end.slice(11, 16)} UTC on ${end.slice(0, 10)}`;

/**
 * Counts a form by the network that it came from and by the hour, or refuses it (`limit-reached`) with when to try
 * again. The writes belong into the transaction that does what the form asks for. Refused before anything else is read:
 * a flood costs two small reads a form, and says nothing of any address.
 */
export const countForm = async (ports: FormPorts, call: Call): Promise<Result<readonly Write[]>> => {
  const { formCounts } = ports.store;
  const limits = await limitsOf(ports, call);
  const counts = await Promise.all(limits.map(formCounts.of));
  const over = limits.filter(({ most }, index) => (counts[index] ?? 0) >= most);
  // Of several the one that lasts longest.
  const [last] = over.toSorted((a, b) => (a.ends < b.ends ? 1 : -1));
  return last === undefined
    ? ok(limits.map(formCounts.count))
    : refuse('limit-reached', {
        detail: `${last.reached} Nothing was done. Please try again after ${inWords(last.ends)}.`,
        retryAt: last.ends,
      });
};
