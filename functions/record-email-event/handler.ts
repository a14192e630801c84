import { EmailEvent } from '../../shared/contracts/events.ts';
import { recordEmailEvent } from '../../shared/email/record-event.ts';
import type { Log } from '../../shared/observability/log.ts';

/** Notes what SES reports of one mail. An event that is not understood fails, comes twice more, and is set aside. */
export const eventRecorder = (ports: Parameters<typeof recordEmailEvent>[0], log: Log) => {
  const record = recordEmailEvent(ports);
  return async (event: unknown): Promise<void> => {
    const emailEvent = EmailEvent.parse(event);
    const { eventType, mail } = emailEvent.detail;
    const recorded = await record(emailEvent);
    log.info('email event', { mailId: mail.tags['mail-id'][0], eventType, recorded });
  };
};
