import * as contract from '../../shared/contracts/rounds.ts';
import * as coordinator from '../../shared/contracts/coordinator.ts';
import type { DoneCode } from '../../shared/contracts/coordinator-pages.ts';
import * as pages from '../../shared/contracts/round-pages.ts';
import type { RouteInput } from '../../shared/contracts/route.ts';
import { disciplines } from '../../shared/domain/discipline.ts';
import { IntakeId, partsOfIntakeId } from '../../shared/domain/site-offer.ts';
import type { SentDecision } from '../../shared/html/coordinator/decision-form.ts';
import { roundDetailPage, approveRest } from '../../shared/html/coordinator/rounds/round-page.ts';
import { approveLines, linePrefix, ruleOnPair } from '../../shared/html/coordinator/rounds/round-lines.ts';
import { roundsListPage, startForm } from '../../shared/html/coordinator/rounds/rounds-page.ts';
import type { Binding } from '../../shared/http/binding.ts';
import type { FormFields } from '../../shared/http/body.ts';
import type { Page } from '../../shared/http/page-route.ts';
import { valueOf } from '../../shared/http/problems.ts';
import type { SessionPages } from '../../shared/http/session-pages.ts';
import { approveRound } from '../../shared/usecases/approve-round.ts';
import type { ApprovalPorts } from '../../shared/usecases/approve-shortlist.ts';
import { nowOf } from '../../shared/usecases/moments.ts';
import type { Ports } from '../../shared/usecases/ports.ts';
import { linesAPage, readRoundDiff } from '../../shared/usecases/read-round-diff.ts';
import { discardRound, listRounds, startRound } from '../../shared/usecases/rounds.ts';
import { ruleOnSite } from '../../shared/usecases/rule-on-site.ts';
import { decide, decision, type Decision } from '../decide.ts';

export type RoundPorts = ApprovalPorts & Pick<Ports, 'ids'>;

const reason = { label: 'The reason', missing: 'Please write the reason.' };

/** None ticked: all. */
const chosenDisciplines = (form: FormFields): unknown => {
  const ticked = disciplines.filter((discipline) => form[`disciplines.${discipline}`] !== undefined);
  return ticked.length === 0 ? {} : { disciplines: ticked };
};

/** Ids of the lines that were marked. */
const marked = (form: FormFields): readonly string[] =>
  Object.keys(form).flatMap((name) => (name.startsWith(linePrefix) ? [name.slice(linePrefix.length)] : []));

const rulingOn = ({ decision: chosen, intakeId, reason: why }: FormFields): unknown => {
  if (chosen !== 'forbid') return { decision: chosen, intakeId, reason: why };
  const site = IntakeId.safeParse(intakeId);
  return { decision: chosen, facilityId: site.data && partsOfIntakeId(site.data).facilityId, reason: why };
};

const start = (ports: RoundPorts) =>
  decision({
    schema: () => contract.startRound.body,
    input: chosenDisciplines,
    act: startRound(ports),
    done: () => 'round-started',
    words: { disciplines: { label: 'The disciplines', missing: 'Please choose disciplines.' } },
  });

/** The next lines of the whole round; its answer says where to go on. */
const restOf = (ports: ApprovalPorts, roundId: string) =>
  decision({
    schema: () => contract.approveRound.body,
    input: ({ after }) => ({ ...(after !== undefined && { after }) }),
    act: (input, call) => approveRound(ports)({ roundId, ...input }, call),
    done: () => 'round-approved',
    words: {},
  });

const decisionsOn = (ports: ApprovalPorts, roundId: string): Readonly<Record<string, Decision>> => ({
  [approveLines]: decision({
    schema: () => contract.approveRound.body,
    input: (form) => ({ lines: marked(form) }),
    act: (input, call) => approveRound(ports)({ roundId, ...input }, call),
    done: () => 'pairs-approved',
    words: { lines: { label: 'The pairs', missing: 'Please mark the pairs first.' } },
  }),
  [ruleOnPair]: (form, call, name) =>
    decision({
      schema: () => coordinator.ruleOnSite.body,
      input: (sent) => ({ version: Number(sent['version']), ruling: rulingOn(sent) }),
      act: (input, by) => ruleOnSite(ports)({ requestId: form['requestId'] ?? '', ...input }, by),
      done: () => 'pair-ruled',
      words: { reason, decision: { label: 'The ruling', missing: 'Please choose a ruling.' } },
    })(form, call, name),
  discard: decision({
    schema: () => contract.discardRound.body,
    input: ({ version, reason: why }) => ({ version: Number(version), reason: why }),
    act: (input, call) => discardRound(ports)({ roundId, ...input }, call),
    done: () => 'round-discarded',
    words: { reason },
  }),
});

type DiffQuery = RouteInput<typeof pages.roundPage>['query'];

/** The same stretch of the diff, after something was done. */
const backTo = (roundId: string, { part, side, cursor }: DiffQuery, done: DoneCode): `/${string}` => {
  const query = { ...(part && { part }), side, ...(cursor && { cursor }), done };
  return `${pages.roundsPage.path}/${roundId}?${new URLSearchParams(query).toString()}`;
};

/** Rounds, and one of them with what it proposes. */
export const pagesOfRounds = ({ page }: SessionPages, ports: RoundPorts): readonly Binding[] => {
  const now = () => nowOf(ports.clock);
  return [
    page(pages.roundsPage, async ({ query: { cursor }, frame, call }) => {
      const { items, cursor: next } = valueOf(
        await listRounds(ports)({ limit: linesAPage, ...(cursor && { cursor }) }, call),
      );
      return { html: roundsListPage(frame, { items, next, isFirst: cursor === undefined, now: now() }) };
    }),

    page(pages.startRoundForm, async ({ form, frame, call }) => {
      const decided = await start(ports)(form, call, startForm);
      if ('done' in decided) return { to: `${pages.roundsPage.path}/${decided.answer.roundId}?done=${decided.done}` };
      const { items, cursor: next } = valueOf(await listRounds(ports)({ limit: linesAPage }, call));
      return {
        status: 422,
        html: roundsListPage(frame, { items, next, isFirst: true, now: now(), sent: decided.sent }),
      };
    }),

    page(pages.roundPage, async ({ params: { roundId }, query, frame, call }) => {
      const { cursor, after, done } = query;
      const diff = valueOf(await readRoundDiff(ports)({ roundId, ...query }, call));
      return { html: roundDetailPage(frame, { diff, isFirst: cursor === undefined, after, done, now: now() }) };
    }),

    page(pages.roundForm, async ({ params: { roundId }, query, form, frame, call }) => {
      const address: `/${string}` = `${pages.roundsPage.path}/${roundId}`;
      const again = async (sent: SentDecision): Promise<Page> => {
        const diff = valueOf(await readRoundDiff(ports)({ roundId, ...query }, call));
        return {
          status: 422,
          html: roundDetailPage(frame, { diff, isFirst: query.cursor === undefined, now: now(), sent }),
        };
      };
      if (form['action'] === approveRest) {
        const rest = await restOf(ports, roundId)(form, call, approveRest);
        if ('sent' in rest) return again(rest.sent);
        const { next } = rest.answer;
        return { to: next === null ? `${address}?done=${rest.done}` : `${address}?after=${next}` };
      }
      const decided = await decide(decisionsOn(ports, roundId), form, call, ['requestId']);
      return 'done' in decided ? { to: backTo(roundId, query, decided.done) } : again(decided.sent);
    }),
  ];
};
