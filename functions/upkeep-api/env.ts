import * as z from 'zod';
import { linkSecret, periods, table } from '../settings.ts';

/** Cursors are signed with the link secret, and people are counted by it; the periods are of mails that go out again. */
export const Env = z.object({ ...table(), ...linkSecret(), ...periods() });
