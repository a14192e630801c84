import { setTimeout as sleep } from 'node:timers/promises';
import { MailMessage } from '../../shared/contracts/messages.ts';
import { ok, refuse } from '../../shared/domain/result.ts';
import { deliverMail, type Delivery, type DeliveryPorts } from '../../shared/email/deliver.ts';
import type { Log } from '../../shared/observability/log.ts';
import { queueWorker } from '../queue-worker.ts';

/** What a delivery comes to that asked SES. */
const askedSes: ReadonlySet<Delivery> = new Set(['sent', 'unknown', 'failed', 'later']);

/**
 * Keeps a worker from asking SES again before its time: so many workers at once, each with this interval, send no more
 * than the account may. It waits after a mail and not before one, so that the worker is busy until its time has come,
 * whichever process the next message goes to; and the mail's fate is noted by then.
 */
const paced =
  (deliver: ReturnType<typeof deliverMail>, intervalMs: number): typeof deliver =>
  async (mailId) => {
    const next = performance.now() + intervalMs;
    const delivery = await deliver(mailId);
    if (askedSes.has(delivery)) await sleep(Math.max(0, next - performance.now()));
    return delivery;
  };

/** Sends the mails that the queue names. One that SES does not take now is refused, so its message comes again. */
export const deliveryWorker = (ports: DeliveryPorts, intervalMs: number, log: Log) => {
  const deliver = paced(deliverMail(ports), intervalMs);
  return queueWorker({
    log,
    message: MailMessage,
    work: async ({ mailId }) => {
      const delivery = await deliver(mailId);
      return delivery === 'later' ? refuse('busy', { detail: 'SES does not take the mail now.' }) : ok(delivery);
    },
  });
};
