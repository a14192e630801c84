import { createHmac, timingSafeEqual } from 'node:crypto';
import { hiddenFields } from '../html/forms.ts';
import type { Html } from '../html/render.ts';
import type { FormFields } from './body.ts';
import { HttpProblem } from './problems.ts';

const field = 'formToken';

const macOf = (key: string, session: string): Buffer => createHmac('sha256', key).update(`form ${session}`).digest();

/**
 * Forms of people who are signed in: the cookie comes with whatever another site sends, so each form carries a token of
 * the session that no other site can know (ADR 19). `key`: a secret of the service; `session`: what is different for
 * every sign-in, and never shown.
 */
export const formTokens = (key: string) => ({
  /** The hidden field that every form of the session carries. */
  field: (session: string): Html => hiddenFields({ [field]: macOf(key, session).toString('base64url') }),

  /** What the form says beside its token; a form of another session, or of none, is refused. */
  check: (session: string, { [field]: token = '', ...form }: FormFields): FormFields => {
    const given = Buffer.from(token, 'base64url');
    const right = macOf(key, session);
    if (given.length !== right.length || !timingSafeEqual(given, right)) throw new HttpProblem('cross-site');
    return form;
  },
});
