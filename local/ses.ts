import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Bus } from './bus.ts';
import type { CloudClock } from './clock.ts';
import { type Service, ServiceError } from './gateway.ts';
import type { Mails, ReceivedMail } from './mails.ts';
import { readMail } from './read-mail.ts';
import { accountId, arnOf, region } from './resource-types.ts';
import type { Template } from './template.ts';

type EventType = 'Send' | 'Delivery' | 'Bounce' | 'Complaint';

const detailTypes: Readonly<Record<EventType, string>> = {
  Send: 'Email Sent',
  Delivery: 'Email Delivered',
  Bounce: 'Email Bounced',
  Complaint: 'Email Complaint Received',
};

const Destination = z.looseObject({
  ConfigurationSetName: z.string(),
  EventDestination: z.looseObject({
    Enabled: z.boolean().default(true),
    MatchingEventTypes: z.array(z.string().transform((type) => type.toUpperCase())),
    EventBridgeDestination: z.object({ EventBusArn: z.literal(arnOf('events', 'event-bus/default')) }),
  }),
});

/** Values of a list in the query protocol: `Tags.member.1.Name`, `Tags.member.2.Name`, … */
const members = (input: Readonly<Record<string, unknown>>, list: string, field = ''): string[] => {
  const values: string[] = [];
  for (let index = 1; ; index += 1) {
    const value = input[`${list}.member.${index}${field}`];
    if (typeof value !== 'string') return values;
    values.push(value);
  }
};

const rawMessage = (input: Readonly<Record<string, unknown>>): Buffer =>
  Buffer.from(z.string().catch('').parse(input['RawMessage.Data']), 'base64');

/** `Name <address>` or `address`. */
const addressIn = (text: string): string => (/<([^>]+)>/u.exec(text)?.[1] ?? text).trim().toLowerCase();

const senderOf = (input: Readonly<Record<string, unknown>>): string =>
  addressIn(
    z.string().safeParse(input['Source']).data ??
      /^from:(.*)$/imu.exec(rawMessage(input).toString('latin1'))?.[1] ??
      '',
  );

/** As with the real mailbox simulator, the first part of the address says what becomes of the mail. */
const fateOf = (recipient: string): Exclude<EventType, 'Send'> => {
  if (/^bounce[+@]/u.test(recipient)) return 'Bounce';
  return /^complaint[+@]/u.test(recipient) ? 'Complaint' : 'Delivery';
};

const reportOf = (type: EventType, recipients: readonly string[], timestamp: string): object => {
  if (type === 'Send') return { send: {} };
  if (type === 'Delivery') {
    const reportingMTA = 'laptop.example.org';
    return {
      delivery: {
        timestamp,
        processingTimeMillis: 1,
        recipients,
        smtpResponse: '250 2.6.0 Message received',
        reportingMTA,
      },
    };
  }
  if (type === 'Bounce') {
    const bouncedRecipients = recipients.map((emailAddress) => ({
      emailAddress,
      action: 'failed',
      status: '5.1.1',
      diagnosticCode: 'smtp; 550 5.1.1 user unknown',
    }));
    return {
      bounce: {
        bounceType: 'Permanent',
        bounceSubType: 'General',
        bouncedRecipients,
        timestamp,
        feedbackId: randomUUID(),
      },
    };
  }
  const complainedRecipients = recipients.map((emailAddress) => ({ emailAddress }));
  return { complaint: { complainedRecipients, complaintFeedbackType: 'abuse', timestamp, feedbackId: randomUUID() } };
};

/** SES: takes raw mails, keeps them, and reports their fate to the bus as the configuration set says. */
export const createSes = (template: Template, mails: Mails, bus: Bus, clock: CloudClock): Service => {
  const identities = template.ofType('AWS::SES::EmailIdentity').map(({ name }) => name.toLowerCase());
  const configurationSets = new Set(template.ofType('AWS::SES::ConfigurationSet').map(({ name }) => name));
  const destinations = template
    .ofType('AWS::SES::ConfigurationSetEventDestination')
    .map((resource) => template.read(resource, Destination));
  const identityOf = (sender: string): string =>
    identities.find((identity) => identity === sender) ?? sender.slice(sender.indexOf('@') + 1);

  const report = (mail: ReceivedMail): void => {
    const publish = (type: EventType, recipients: readonly string[]): void => {
      const wanted = destinations.some(
        ({ ConfigurationSetName: name, EventDestination: { Enabled, MatchingEventTypes } }) =>
          name === mail.configurationSet && Enabled && MatchingEventTypes.includes(type.toUpperCase()),
      );
      if (!wanted) return;
      const timestamp = clock.now().toISOString();
      const tags = { ...mail.tags, 'ses:configuration-set': mail.configurationSet ?? '', 'ses:source-ip': '127.0.0.1' };
      bus.put({
        source: 'aws.ses',
        'detail-type': detailTypes[type],
        resources: [arnOf('ses', `configuration-set/${mail.configurationSet}`)],
        detail: {
          eventType: type,
          mail: {
            timestamp: mail.at,
            source: mail.from,
            sendingAccountId: accountId,
            messageId: mail.id,
            destination: mail.to,
            headersTruncated: false,
            headers: mail.headers,
            commonHeaders: { from: [mail.from], to: mail.to, messageId: mail.id, subject: mail.subject },
            tags: Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])),
          },
          ...reportOf(type, recipients, timestamp),
        },
      });
    };
    publish('Send', mail.to);
    for (const fate of ['Delivery', 'Bounce', 'Complaint'] as const) {
      const recipients = mail.to.filter((recipient) => fateOf(recipient) === fate);
      if (recipients.length > 0) publish(fate, recipients);
    }
  };

  const sendRawEmail = async (input: Readonly<Record<string, unknown>>): Promise<string> => {
    const configurationSet = z.string().safeParse(input['ConfigurationSetName']).data ?? null;
    if (configurationSet !== null && !configurationSets.has(configurationSet)) {
      throw new ServiceError('ConfigurationSetDoesNotExist', `Configuration set <${configurationSet}> does not exist.`);
    }
    const from = senderOf(input);
    if (!identities.includes(identityOf(from))) {
      throw new ServiceError(
        'MessageRejected',
        `Email address is not verified. The following identities failed the check in region ${region.toUpperCase()}: ${from}`,
      );
    }
    const tags = members(input, 'Tags', '.Name').map(
      (name, index) => [name, members(input, 'Tags', '.Value')[index] ?? ''] as const,
    );
    const wrong = tags.flat().find((part) => !/^[A-Za-z0-9_-]{1,256}$/u.test(part));
    if (wrong !== undefined) throw new ServiceError('InvalidParameterValue', `Invalid tag: ${wrong}`);
    const read = await readMail(rawMessage(input));
    const given = members(input, 'Destinations').map(addressIn);
    const to = given.length > 0 ? given : read.to;
    if (to.length === 0 || to.length > 50)
      throw new ServiceError('InvalidParameterValue', 'A mail has 1 to 50 recipients.');
    const mail: ReceivedMail = {
      ...read,
      id: `${randomUUID()}-000000`,
      at: clock.now().toISOString(),
      from,
      to,
      tags: Object.fromEntries(tags),
      configurationSet,
    };
    mails.add(mail);
    report(mail);
    return mail.id;
  };

  return {
    name: 'ses',
    needs: ({ action, input }) => {
      const from = senderOf(input);
      const set = input['ConfigurationSetName'];
      const resources = [
        `identity/${identityOf(from)}`,
        ...(typeof set === 'string' ? [`configuration-set/${set}`] : []),
      ];
      return resources.map((resource) => ({
        action: `ses:${action}`,
        resource: arnOf('ses', resource),
        context: { 'ses:FromAddress': from },
      }));
    },
    handle: async ({ action, input }) => {
      if (action !== 'SendRawEmail') {
        throw new ServiceError(
          'InvalidAction',
          `Could not find operation ${action}: the laptop cloud has SendRawEmail only.`,
        );
      }
      const id = await sendRawEmail(input);
      return {
        status: 200,
        body: `<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult><MessageId>${id}</MessageId></SendRawEmailResult><ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></SendRawEmailResponse>`,
      };
    },
  };
};
