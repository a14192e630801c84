import { MailMessage } from '../../shared/contracts/messages.ts';
import { ok, refuse } from '../../shared/domain/result.ts';
import { deliverMail, type DeliveryPorts } from '../../shared/email/deliver.ts';
import type { Log } from '../../shared/observability/log.ts';
import { queueWorker } from '../queue-worker.ts';

/** Sends the mails that the queue names. One that SES does not take now is refused, so its message comes again. */
export const deliveryWorker = (ports: DeliveryPorts, log: Log) => {
  const deliver = deliverMail(ports);
  return queueWorker({
    log,
    message: MailMessage,
    work: async ({ mailId }) => {
      const delivery = await deliver(mailId);
      return delivery === 'later' ? refuse('busy', { detail: 'SES does not take the mail now.' }) : ok(delivery);
    },
  });
};
