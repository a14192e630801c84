import { randomUUID } from 'node:crypto';
import { inject, vi } from 'vitest';
import type { SESClient } from '@aws-sdk/client-ses';
import type { BusEvent } from '../../local/bus.ts';
import { startClock } from '../../local/clock.ts';
import { createFaults, type Faults } from '../../local/faults.ts';
import { openGateway } from '../../local/gateway.ts';
import { listen } from '../../local/listen.ts';
import { openMails, type ReceivedMail } from '../../local/mails.ts';
import { readRoles } from '../../local/roles.ts';
import { createSes } from '../../local/ses.ts';
import { loadTemplate } from '../../local/template.ts';
import { sesClient } from '../../shared/email/ses-postbox.ts';
import { emptyDirectory } from './tiny-assembly.ts';

/** The SES of a laptop cloud behind its gateway, and nothing else of it: what it takes nobody passes on. */
export interface PostOffice {
  readonly configurationSet: string;
  readonly from: string;
  /** A client as `deliver-email` makes it, with that function's role. */
  readonly client: (limits?: Parameters<typeof sesClient>[0]) => Promise<SESClient>;
  readonly faults: Faults;
  /** Every copy that was taken. */
  readonly mails: () => readonly ReceivedMail[];
  /** What it reported to the bus, in order. */
  readonly events: readonly BusEvent[];
  readonly stop: () => Promise<void>;
}

export const openPostOffice = async (): Promise<PostOffice> => {
  const directory = emptyDirectory();
  const server = await listen();
  const clock = startClock(directory);
  const faults = createFaults();
  const addresses = { api: server.url, gateway: server.url, issuer: server.url, mark: randomUUID().slice(0, 8) };
  const template = loadTemplate(inject('assembly'), addresses);
  const mails = openMails(directory);
  const events: BusEvent[] = [];
  const gateway = openGateway({ server, allows: readRoles(template), faults, clock, tell: () => {} });
  const bus = { put: (event: BusEvent) => void events.push(event), runSchedule: async () => {}, stop: () => {} };
  gateway.offer(createSes(template, mails, bus, clock));
  const [identity] = template.ofType('AWS::SES::EmailIdentity');
  return {
    configurationSet: template.ofType('AWS::SES::ConfigurationSet')[0]?.name ?? '',
    from: `placements@${identity?.name ?? ''}`,
    client: async (limits) => {
      // Read when a client is first used; other SDK clients of the file are to keep their surroundings.
      vi.stubEnv('AWS_ENDPOINT_URL_SES', server.url);
      const client = sesClient(limits);
      client.config.credentials = async () => ({ accessKeyId: 'deliver-email', secretAccessKey: 'laptop' });
      return client;
    },
    faults,
    mails: mails.all,
    events,
    stop: server.stop,
  };
};
