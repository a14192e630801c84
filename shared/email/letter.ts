/** A mail ready to leave. */
export interface Letter {
  readonly to: string;
  readonly replyTo: string | null;
  /** Where the reader can end mails like this one (List-Unsubscribe); null where no such mail follows by itself. */
  readonly optOutPage: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** A file for the reader's calendar (text/calendar); null: the mail brings none. */
  readonly calendar: string | null;
}
