import { expect, test } from 'vitest';
import { renderPage } from '../../../shared/html/render.ts';
import { formTokens } from '../../../shared/http/form-tokens.ts';

const { field, check } = formTokens('a key of these tests, long enough to be one');

const tokenOf = async (session: string): Promise<string> =>
  /name="formToken" value="([^"]+)"/.exec(await renderPage(field(session)))?.[1] ?? '';

test('a form of the own session is taken, without its token', async () => {
  expect(check('session-1', { action: 'hold', formToken: await tokenOf('session-1') })).toEqual({ action: 'hold' });
});

test('a form of another session, of another key or of none is refused', async () => {
  const foreign = await tokenOf('session-2');
  const other = formTokens('another key of these tests, as long as that');
  const forms: Record<string, string>[] = [{}, { formToken: '' }, { formToken: 'x' }, { formToken: foreign }];
  for (const form of forms) expect(() => check('session-1', form)).toThrow('cross-site');
  expect(() => other.check('session-2', { formToken: foreign })).toThrow('cross-site');
});
