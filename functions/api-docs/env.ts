import * as z from 'zod';

/** Nothing: the pages are made of the contracts alone. */
export const Env = z.object({});
