import * as pages from '../../shared/contracts/coordinator-pages.ts';
import { coordinatorHomePage } from '../../shared/html/coordinator/home-page.ts';
import type { Binding } from '../../shared/http/binding.ts';
import type { SessionPages } from '../../shared/http/session-pages.ts';
import { readAttention } from '../../shared/usecases/attention.ts';
import { later } from '../../shared/domain/durations.ts';
import { nowOf } from '../../shared/usecases/moments.ts';
import type { Ports } from '../../shared/usecases/ports.ts';
import { readTrend } from '../../shared/usecases/trend.ts';

export const homeOfCoordinators = (
  { page }: SessionPages,
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
): readonly Binding[] => [
  page(pages.coordinatorHome, async ({ frame }) => {
    const now = nowOf(clock);
    const [attention, trend] = await Promise.all([
      readAttention(store, { since: later(now, -1, 'day'), now }),
      readTrend(store, now),
    ]);
    return { html: coordinatorHomePage(frame, { attention, trend, now }) };
  }),
];
