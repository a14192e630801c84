/** A mail ready to leave. */
export interface Letter {
  readonly to: string;
  readonly replyTo: string | null;
  /** Where the reader ends mails like this one, by a choice or with one click (RFC 8058); null: it is no outreach. */
  readonly unsubscribePage: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** A file for the reader's calendar (text/calendar); null: the mail brings none. */
  readonly calendar: string | null;
}
