import { expect } from 'vitest';
import type { ReceivedMail } from '../../local/mails.ts';

/** A browser without scripts: it opens pages, and sends their forms as they were filled in. */

export interface Form {
  readonly action: string;
  /** What is sent if nobody touches the form. */
  readonly sent: Readonly<Record<string, string>>;
  /** Every value that a person may choose or, where it is null, write. */
  readonly offered: readonly { readonly name: string; readonly value: string | null }[];
}

export interface Page {
  readonly status: number;
  readonly address: string;
  readonly html: string;
  /** What a person reads, in one line. */
  readonly text: string;
  readonly forms: readonly Form[];
}

const plain = (html: string): string =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

type Attributes = ReadonlyMap<string, string>;

const attributesOf = (tag: string): Attributes =>
  new Map([...tag.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, plain(value)]));

/** Inputs, text areas and lists of a form, in its order. */
const controlPattern =
  /<input\b(?<inputAttributes>[^>]*)>|<textarea\b(?<textAttributes>[^>]*)>(?<text>[^<]*)<\/textarea>|<select\b(?<listAttributes>[^>]*)>(?<list>[\s\S]*?)<\/select>/g;

const formOf = (html: string, action: string): Form => {
  const sent: Record<string, string> = {};
  const offered: Form['offered'][number][] = [];
  for (const { groups = {} } of html.matchAll(controlPattern)) {
    const { inputAttributes, textAttributes, text = '', listAttributes, list = '' } = groups;
    const attributes = attributesOf(inputAttributes ?? textAttributes ?? listAttributes ?? '');
    const [name, value] = [attributes.get('name') ?? '', attributes.get('value') ?? ''];
    const type = attributes.get('type');
    if (listAttributes !== undefined) {
      const options = [...list.matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) => attributesOf(option));
      offered.push(...options.map((option) => ({ name, value: option.get('value') ?? '' })));
      sent[name] = (options.find((option) => option.has('selected')) ?? options[0])?.get('value') ?? '';
    } else if (type === 'radio' || type === 'checkbox') {
      offered.push({ name, value });
      if (attributes.has('checked')) sent[name] = value;
    } else if (type === 'hidden') sent[name] = value;
    else {
      offered.push({ name, value: null });
      // Browsers drop a line break right after the tag.
      sent[name] = textAttributes === undefined ? value : plain(text).replace(/^\n/, '');
    }
  }
  return { action, sent, offered };
};

/** The forms of a page, in its order. */
export const formsIn = (html: string, address: string): readonly Form[] =>
  [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, attributes = '', inside = '']) =>
    formOf(inside, new URL(attributesOf(attributes).get('action') ?? '', address).href),
  );

const pageOf = async (response: Response, address: string): Promise<Page> => {
  const html = await response.text();
  expect(response.headers.get('content-type')).toMatch(/^text\/html/);
  expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none';(?!.*unsafe)/);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  expect(html).not.toMatch(
    /<script(?! type="module" src="\/assets\/)|<iframe|<meta http-equiv|\son\w+=|\sstyle=|javascript:/i,
  );
  return {
    status: response.status,
    address,
    html,
    text: plain(html.replace(/<head[\s\S]*<\/head>/, '').replaceAll(/<[^>]*>/g, ' '))
      .replaceAll(/\s+/g, ' ')
      .trim(),
    forms: formsIn(html, address),
  };
};

export const open = async (address: string): Promise<Page> =>
  pageOf(await fetch(address, { redirect: 'manual', headers: { accept: 'text/html' } }), address);

/** The form of a page that sends these values or lets a person choose or write them. */
const formWith = ({ address, forms, text }: Page, values: Readonly<Record<string, string>>): Form => {
  const fits = ({ sent, offered }: Form, name: string, value: string) =>
    sent[name] === value || offered.some((one) => one.name === name && (one.value === null || one.value === value));
  const form = forms.find((one) => Object.entries(values).every(([name, value]) => fits(one, name, value)));
  if (form === undefined) throw new Error(`No form of ${address} offers ${JSON.stringify(values)}: ${text}`);
  return form;
};

/** Fills in the form that offers these values and sends it; whatever else is in it stays as the page shows it. */
export const submit = async (page: Page, values: Readonly<Record<string, string>>): Promise<Page> => {
  const form = formWith(page, values);
  const response = await fetch(form.action, {
    method: 'POST',
    redirect: 'manual',
    // What a browser says of itself where pages tell no referrer.
    headers: { accept: 'text/html', origin: 'null', 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ ...form.sent, ...values }),
  });
  return pageOf(response, form.action);
};

export interface MailLinks {
  readonly text: readonly string[];
  readonly html: readonly string[];
  /** Those of headers, such as List-Unsubscribe. */
  readonly headers: readonly string[];
}

/** The web addresses in each part of a mail. */
export const linksOf = ({ text, html, headers }: ReceivedMail): MailLinks => ({
  text: [...text.matchAll(/https?:\/\/\S+/g)].map(([address]) => address),
  html: [...(html ?? '').matchAll(/\b(?:href|src|action)="(https?:[^"]*)"/g)].map(([, address = '']) => plain(address)),
  headers: headers.flatMap(({ value }) => [...value.matchAll(/<(https?:[^>]*)>/g)].map(([, address = '']) => address)),
});

export const allLinksOf = (mail: ReceivedMail): readonly string[] => {
  const { text, html, headers } = linksOf(mail);
  return [...new Set([...text, ...html, ...headers])];
};
