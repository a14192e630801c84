import PostalMime from 'postal-mime';
import type { ReceivedMail } from './mails.ts';

/** What a raw message says, and whom its headers name as its recipients. */
export type ReadMail = Pick<ReceivedMail, 'to' | 'subject' | 'text' | 'html' | 'calendar' | 'headers'>;

export const readMail = async (raw: Uint8Array): Promise<ReadMail> => {
  const parsed = await PostalMime.parse(raw, { attachmentEncoding: 'utf8' });
  const named = [...(parsed.to ?? []), ...(parsed.cc ?? []), ...(parsed.bcc ?? [])];
  const calendar = parsed.attachments.find(({ mimeType }) => mimeType === 'text/calendar')?.content;
  return {
    to: named.flatMap(({ address }) => address ?? []),
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: parsed.html ?? null,
    calendar: typeof calendar === 'string' ? calendar : null,
    headers: parsed.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
  };
};
