import type { AuditKind } from '../contracts/filters.ts';
import { firstBreak, type AuditLine } from '../domain/audit.ts';
import { later } from '../domain/durations.ts';
import type { CalendarDate, Instant } from '../domain/primitives.ts';
import type { Result } from '../domain/result.ts';
import type { ActFilter, Page, Ports } from './ports.ts';

/** What the ids begin with of what acts are about. */
const prefixes: Readonly<Record<AuditKind, string>> = {
  requests: 'req_',
  facilities: 'fac_',
  rounds: 'rnd_',
  mails: 'mail_',
  suppressions: 'sup_',
  mailing: 'mailing',
  programs: 'prg_',
  systems: 'sys_',
  requirements: 'requirements',
};

/** What is asked of the log; a part that is left out is not asked. Days are those of UTC, both included. */
export interface AuditFilter {
  readonly by?: string | undefined;
  readonly kind?: AuditKind | undefined;
  readonly from?: CalendarDate | undefined;
  readonly to?: CalendarDate | undefined;
}

const midnight = (date: CalendarDate): Instant => `${date}T00:00:00.000Z`;

const actFilterOf = ({ by, kind, from, to }: AuditFilter): ActFilter => ({
  actorId: by,
  prefix: kind && prefixes[kind],
  from: from && midnight(from),
  before: to && later(midnight(to), 1, 'day'),
});

/** What coordinators and admins did, newest first. */
export const readActs =
  ({ store }: Pick<Ports, 'store'>) =>
  async (
    filter: AuditFilter,
    { cursor = null, limit }: { readonly cursor?: string | null | undefined; readonly limit: number },
  ): Promise<Result<Page<AuditLine>>> =>
    store.audit.acts(actFilterOf(filter), cursor, limit);

/** Everything that was done to something and its parts, whoever did it. */
export interface Chains {
  /** Newest first. */
  readonly lines: readonly AuditLine[];
  /** The first line that does not follow from the one before it; null: every chain is whole. */
  readonly broken: AuditLine | null;
}

export const readChains =
  ({ store }: Pick<Ports, 'store'>) =>
  async (about: string): Promise<Chains> => {
    const lines = await store.audit.withParts(about);
    const chains = Map.groupBy(
      lines.toSorted((a, b) => a.version - b.version),
      ({ of }) => of,
    );
    const [broken = null] = [...chains.values()].flatMap((chain) => firstBreak(chain) ?? []);
    return { lines: lines.toReversed(), broken };
  };

/** For a file: so many acts at most. */
export const mostActs = 10_000;

/** All acts that are asked for, or null where they are too many for one file. */
export const allActs =
  ({ store }: Pick<Ports, 'store'>) =>
  async (filter: AuditFilter): Promise<readonly AuditLine[] | null> => {
    const found: AuditLine[] = [];
    let cursor: string | null = null;
    do {
      const page: Result<Page<AuditLine>> = await store.audit.acts(actFilterOf(filter), cursor, 100);
      if (!page.ok) throw new Error(`A list of our own cursors is never refused: ${page.refusal.code}`);
      found.push(...page.value.items);
      ({ cursor } = page.value);
      if (found.length > mostActs) return null;
    } while (cursor !== null);
    return found;
  };
