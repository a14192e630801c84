import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** A mail that SES took. */
export const ReceivedMail = z.object({
  /** SES's message id. */
  id: z.string(),
  /** When, by the cloud's clock. */
  at: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  html: z.string().nullable(),
  /** The file for the reader's calendar, where there is one. */
  calendar: z.string().nullable().default(null),
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
  tags: z.record(z.string(), z.string()),
  configurationSet: z.string().nullable(),
});
export type ReceivedMail = z.infer<typeof ReceivedMail>;

export interface Mails {
  /** Oldest first. */
  readonly all: () => readonly ReceivedMail[];
  readonly add: (mail: ReceivedMail) => void;
}

/** The mails of this run and of those before, one line each in a file. */
export const openMails = (directory: string): Mails => {
  mkdirSync(directory, { recursive: true });
  const file = join(directory, 'mails.jsonl');
  appendFileSync(file, '');
  const mails = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ReceivedMail.parse(JSON.parse(line)));
  return {
    all: () => mails,
    add: (mail) => {
      mails.push(mail);
      appendFileSync(file, `${JSON.stringify(mail)}\n`);
    },
  };
};
