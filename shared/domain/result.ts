import type { Refusal } from './refusal.ts';

/** What a decision or a use-case gives back: a value, or a refusal as a value. Nothing in the domain throws for a "no". */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const refuse = (code: Refusal['code'], more: Omit<Refusal, 'code'> = {}): Result<never> => ({
  ok: false,
  refusal: { code, ...more },
});
