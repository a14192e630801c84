import type { HttpEvent } from './binding.ts';
import type { FormFields } from './body.ts';
import { HttpProblem } from './problems.ts';

/** What a form with a file may have; Lambda takes six million bytes, in base64. */
const maxBytes = 1024 * 1024;

const utf8 = new TextDecoder('utf-8', { fatal: true });
// Spreadsheets that do not save as UTF-8 save as Windows-1252, in which every byte has a meaning.
const windows1252 = new TextDecoder('windows-1252');

const textOf = (bytes: ArrayBuffer): string => {
  try {
    return utf8.decode(bytes);
  } catch {
    return windows1252.decode(bytes);
  }
};

const malformed = (): HttpProblem =>
  new HttpProblem('malformed-body', { errors: [{ field: 'body', detail: 'must be a form with a file' }] });

const formIn = async (body: Buffer, contentType: string): Promise<FormData> => {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  } catch {
    throw malformed();
  }
};

/** The fields of a form that may hold a file: its text under the field's name, its own name under `{field}Name`. */
export const readFormWithFile = async ({ body = '', isBase64Encoded, headers }: HttpEvent): Promise<FormFields> => {
  const tooLarge = new HttpProblem('body-too-large', { detail: 'A file may have 1 MB at most: cut it into parts.' });
  if (body.length > (isBase64Encoded ? maxBytes * 1.4 : maxBytes)) throw tooLarge;
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > maxBytes) throw tooLarge;
  const contentType = headers['content-type'] ?? '';
  if (!/^multipart\/form-data\b/i.test(contentType))
    throw new HttpProblem('unsupported-media-type', { detail: 'Send the body as `multipart/form-data`.' });

  const fields = new Map<string, string>();
  const keep = (name: string, value: string): void => {
    if (fields.has(name))
      throw new HttpProblem('malformed-body', { errors: [{ field: name, detail: 'was sent twice' }] });
    // Browsers send line breaks as CR LF.
    fields.set(name, value.replaceAll('\r\n', '\n'));
  };
  for (const [name, value] of await formIn(bytes, contentType)) {
    if (typeof value === 'string') keep(name, value);
    else {
      keep(name, textOf(await value.arrayBuffer()));
      keep(`${name}Name`, value.name);
    }
  }
  return Object.fromEntries([...fields].filter(([, value]) => value.trim() !== ''));
};
