import type { ServerResponse } from 'node:http';
import { html } from 'hono/html';

const style = `
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff; }
  a { color: #0b57a4; } table { border-collapse: collapse; width: 100%; }
  th, td { text-align: left; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #ccc; vertical-align: top; }
  pre { white-space: pre-wrap; background: #f4f4f4; padding: 1rem; } iframe { width: 100%; height: 40rem; border: 1px solid #ccc; }
  button { font: inherit; padding: .4rem .8rem; }
`;

/** Sends one of the laptop cloud's own pages: no scripts, nothing from elsewhere. */
export const sendPage = async (
  response: ServerResponse,
  title: string,
  body: ReturnType<typeof html>,
  status = 200,
): Promise<void> => {
  const page = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`;
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'",
  });
  response.end(page.toString());
};
