import { EmailEvent } from '../../shared/contracts/events.ts';
import { recordEmailEvent, type RecordPorts } from '../../shared/email/record-event.ts';
import type { Log } from '../../shared/observability/log.ts';

/** Where events about this service's mails come from. */
export interface Origin {
  readonly account: string;
  readonly configurationSet: string;
}

/** The rule lets nothing else through; whoever may call the function past it is told here. */
const checkOrigin = ({ account, detail }: EmailEvent, origin: Origin): void => {
  const [configurationSet] = detail.mail.tags['ses:configuration-set'];
  if (account !== origin.account || configurationSet !== origin.configurationSet)
    throw new Error('An event of another account or configuration set is none about mails of this service.');
};

/** Notes what SES reports of one mail. An event that is not understood fails, comes twice more, and is set aside. */
export const eventRecorder = (ports: RecordPorts, origin: Origin, log: Log) => {
  const record = recordEmailEvent(ports);
  return async (event: unknown): Promise<void> => {
    const emailEvent = EmailEvent.parse(event);
    checkOrigin(emailEvent, origin);
    const { eventType, mail } = emailEvent.detail;
    const recorded = await record(emailEvent);
    log.info('email event', { mailId: mail.tags['mail-id'][0], eventType, recorded });
  };
};
