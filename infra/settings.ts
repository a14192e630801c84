import * as z from 'zod';
import { line } from '../shared/domain/primitives.ts';
import { Zone } from '../shared/domain/zone.ts';

/** Names that RFC 2606 keeps for examples: mail to them reaches nobody. */
const exampleAddress = /@(.+\.)?example(\.(com|net|org))?$/;

const httpsUrl = z.url({ protocol: /^https$/, error: 'must be an https address' });

const Periods = z.strictObject({
  /** Hours that an unconfirmed request or facility waits for its confirmation. */
  confirmHours: z.int().min(1).max(168),
  /** Days that a facility has to answer a brief. */
  answerDays: z.int().min(1).max(30),
  /** How often a facility is reminded of a brief: never, at half of its time, and a day before its end as well. */
  reminders: z.int().min(0).max(2),
  /** Minutes in which a yes can be taken back, before the introduction leaves. */
  undoMinutes: z.int().min(1).max(1440),
  /**
   * Minutes after which a queued mail counts as missed. A doubt is to be visible within 15 minutes: this, the lease of a
   * lost worker, and the minute between two sweeps.
   */
  sweepMinutes: z.int().min(2).max(12),
});

const Matching = z.strictObject({
  /** R16: miles by road for each straight-line mile. */
  detourFactor: z.number().min(1).max(2),
  /** R16: average speed of the whole way, miles an hour. */
  milesPerHour: z.number().min(10).max(80),
  /** R12: least rest between a shift and the training, minutes. */
  restMinutes: z.int().min(0).max(1440),
});

/** R27: how often a facility may be contacted. */
const Contacts = z.strictObject({
  /** Briefs that wait for its answer at a time. */
  maxOpenBriefs: z.int().min(1).max(99),
  /** Briefs and direct introductions within 30 days. */
  maxBriefsAMonth: z.int().min(1).max(500),
  /** Days without the same kind of request after a no. */
  restDaysAfterNo: z.int().min(0).max(365),
});

/** How many forms are taken that cause a mail to an address somebody typed. */
const Forms = z.strictObject({
  /** From one network (a /24 of IPv4, a /48 of IPv6) in a day. */
  perNetworkADay: z.int().min(1).max(10_000),
  /** From everywhere in an hour. */
  anHour: z.int().min(1).max(100_000),
  /** Of each such form, before any of them is counted: a second, and at one moment. */
  perSecond: z.int().min(1).max(1000),
  atOnce: z.int().min(1).max(2000),
});

/** How fast mails leave. SES tells an account its rate: 1 a second in the sandbox, 14 or more after. */
const Sending = z.strictObject({
  mailsPerSecond: z.number().min(1).max(1000),
  /** Workers at once, at least 2 (SQS). One sends some seven mails a second, so a rate of 200 wants 28. */
  workers: z.int().min(2).max(200),
});

/** What differs from one stage to another. Everything is said: no setting has a hidden default. */
export const Settings = z
  .strictObject({
    stage: z.enum(['laptop', 'staging', 'production']),
    /** What links in mails begin with; null: the API's own address. */
    siteUrl: httpsUrl.regex(/[^/]$/, 'must not end with a slash').nullable(),
    /** The sender of every mail. Its domain becomes the verified identity of SES. */
    mailFrom: z.email(),
    /** The address that coordinators share. */
    coordinatorEmail: z.email(),
    /** Who is told of alarms; null: they are shown in the console only. */
    alarmEmail: z.email().nullable(),
    /** The sender's postal address, at the foot of every mail. */
    postalAddress: line(200),
    /** Where coordinators come back to after they signed in. */
    signInCallbackUrls: z.array(z.url()).min(1),
    periods: Periods,
    matching: Matching,
    /** When coordinators get their digest: an hour of the day where they are. */
    digest: z.strictObject({ zone: Zone, hour: z.int().min(0).max(23) }),
    contacts: Contacts,
    sending: Sending,
    forms: Forms,
    /** What becomes of data when its stack is removed. */
    removal: z.enum(['retain', 'destroy']),
    /** Days that logs are kept. */
    logDays: z.literal([7, 30, 90, 180, 365]),
    /** Requests a second that the API takes in all, and how many at one moment. */
    requestsPerSecond: z.int().min(1).max(1000),
    requestsAtOnce: z.int().min(1).max(2000),
  })
  .superRefine((settings, context) => {
    const complain = (field: keyof typeof settings, message: string) => {
      context.addIssue({ code: 'custom', path: [field], message });
    };
    if (settings.stage === 'production' && settings.removal !== 'retain')
      complain('removal', 'must be "retain" in production');
    if (settings.stage === 'laptop') return;
    for (const field of ['mailFrom', 'coordinatorEmail', 'alarmEmail'] as const)
      if (exampleAddress.test(settings[field] ?? '')) complain(field, 'is an example: set your own address');
  });
export type Settings = z.infer<typeof Settings>;

/** The settings if they are right; otherwise an error that names every wrong field. */
export const parseSettings = (stage: string, values: unknown): Settings => {
  const parsed = Settings.safeParse(values);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new Error(`The settings of stage "${stage}" are wrong (infra/stages.ts):\n${wrong.join('\n')}`);
};
