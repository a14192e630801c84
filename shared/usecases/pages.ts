import { ok, type Result } from '../domain/result.ts';
import type { Page } from './ports.ts';

/** Every item of a list that is read page by page. */
export const allPages = async <T>(
  read: (cursor: string | null) => Promise<Result<Page<T>>>,
): Promise<Result<readonly T[]>> => {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const page = await read(cursor);
    if (!page.ok) return page;
    items.push(...page.value.items);
    ({ cursor } = page.value);
  } while (cursor !== null);
  return ok(items);
};
