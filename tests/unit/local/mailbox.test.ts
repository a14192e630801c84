import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listen, type Server } from '../../../local/listen.ts';
import { openMailbox } from '../../../local/mailbox.ts';
import { openMails } from '../../../local/mails.ts';
import { MailKind } from '../../../shared/domain/mail.ts';

let server: Server;
beforeAll(async () => {
  server = await listen();
  openMailbox(server, openMails(mkdtempSync(join(tmpdir(), 'mails-'))));
});
afterAll(async () => server.stop());

const get = async (path: string) => {
  const answer = await fetch(`${server.url}${path}`);
  return { status: answer.status, policy: answer.headers.get('content-security-policy'), text: await answer.text() };
};

describe('the mailbox', () => {
  test('leads to a sample of every kind of mail, in all its forms', async () => {
    expect((await get('/')).text).toContain('href="/kinds"');
    const { text: list } = await get('/kinds');
    for (const kind of MailKind.options) {
      expect(list).toContain(`href="/kinds/${kind}"`);
      const { status, text } = await get(`/kinds/${kind}`);
      expect(status).toBe(200);
      for (const part of ['<h2>Text</h2>', `src="/kinds/${kind}/html"`, 'Auto-Submitted', 'You get this mail because'])
        expect(text).toContain(part);
    }
    expect((await get('/kinds/introduction-facility')).text).toContain('BEGIN:VCALENDAR');
    expect((await get('/kinds/no-such-kind')).status).toBe(404);
  });

  test('shows the HTML part where nothing in it can run or be fetched', async () => {
    const { text, policy } = await get('/kinds/brief/html');
    expect(text).toContain('<!doctype html>');
    expect(policy).toMatch(/^sandbox .*default-src 'none'/u);
    expect(policy).not.toMatch(/allow-scripts|allow-forms|allow-same-origin/u);
  });
});
