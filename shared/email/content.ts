import type { CalendarDay } from './calendar.ts';

/**
 * What a mail says, without a form: `render.ts` makes text and HTML of it, so that both say the same.
 * All texts are plain; whatever a person wrote stays what it is in either form.
 */
export type Block =
  | { readonly as: 'paragraph'; readonly text: string }
  /** Label and value, in reading order. */
  | { readonly as: 'facts'; readonly facts: readonly Fact[] }
  /** The one thing to do: a link, with its address visible in the text form. */
  | { readonly as: 'button'; readonly label: string; readonly address: string }
  | { readonly as: 'list'; readonly title: string; readonly items: readonly string[] }
  /** Words of another person, set apart from ours. */
  | { readonly as: 'quote'; readonly by: string; readonly text: string }
  | { readonly as: 'small'; readonly text: string };

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface MailContent {
  readonly subject: string;
  /** The line that a mailbox shows beside the subject. */
  readonly preheader: string;
  readonly blocks: readonly Block[];
  /** Ends the sentence "You get this mail because …". */
  readonly because: string;
  /** A day that the mail brings for its reader's calendar, as a file. */
  readonly calendar?: CalendarDay;
}

/** How the service is called wherever a reader meets it: as on its pages. */
export const serviceName = 'Clinical Site Match';

export const paragraph = (text: string): Block => ({ as: 'paragraph', text });
export const facts = (...rows: readonly Fact[]): Block => ({ as: 'facts', facts: rows });
export const fact = (label: string, value: string): Fact => ({ label, value });
export const button = (label: string, address: string): Block => ({ as: 'button', label, address });
export const list = (title: string, ...items: readonly string[]): Block => ({ as: 'list', title, items });
export const quote = (by: string, text: string): Block => ({ as: 'quote', by, text });
export const small = (text: string): Block => ({ as: 'small', text });
