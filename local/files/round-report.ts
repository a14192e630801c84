import { disciplines } from '../../shared/domain/discipline.ts';
import { partsOfIntakeId, type IntakeId } from '../../shared/domain/site-offer.ts';
import { explainUnplaced } from '../../shared/matching/phrases/rounds.ts';
import type { RoundProposal, RoundSite } from '../../shared/matching/round-types.ts';
import type { FileMarket } from './market.ts';

const namesOf = (sites: readonly RoundSite[]): ((intakeId: IntakeId) => string) => {
  const names = new Map(sites.map(({ site }) => [site.intake.id, site.offer.facility.name]));
  return (intakeId) => names.get(intakeId) ?? intakeId;
};

const quoted = (cell: string | number | null): string => {
  const text = cell === null ? '' : String(cell);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const csvOf = ({ pairs, unplaced }: RoundProposal, words: ReadonlyMap<string, string>): string => {
  const rows = [
    ...pairs.map(({ requestId, intakeId, choice, tier }) => [requestId, intakeId, choice, tier, null, null]),
    ...unplaced.map(({ requestId, reason }) => [
      requestId,
      null,
      null,
      null,
      reason.code,
      words.get(requestId) ?? null,
    ]),
  ];
  return [['request', 'intake', 'choice', 'tier', 'reason', 'words'], ...rows]
    .map((row) => `${row.map(quoted).join(',')}\n`)
    .join('');
};

/** A proposal as the content of a file: CSV where the name says so, else JSON. */
export const roundFile = (proposal: RoundProposal, { sites }: FileMarket, file: string): string => {
  const nameOf = namesOf(sites);
  const words = new Map(proposal.unplaced.map(({ requestId, reason }) => [requestId, explainUnplaced(reason, nameOf)]));
  if (file.toLowerCase().endsWith('.csv')) return csvOf(proposal, words);
  const unplaced = proposal.unplaced.map(({ requestId, reason }) => ({
    requestId,
    reason,
    words: words.get(requestId),
  }));
  return `${JSON.stringify({ pairs: proposal.pairs, unplaced }, null, 2)}\n`;
};

const counted = <T>(items: readonly T[], keyOf: (item: T) => string): string =>
  [...Map.groupBy(items, keyOf)].map(([key, { length }]) => `${length} ${key}`).join(', ');

/** What came out, in a few lines. */
export const roundSummary = ({ pairs, unplaced }: RoundProposal): string => {
  const of = new Map(
    disciplines.map((discipline) => [
      discipline,
      pairs.filter(({ intakeId }) => partsOfIntakeId(intakeId).discipline === discipline).length,
    ]),
  );
  const placed = [...of].filter(([, count]) => count > 0).map(([discipline, count]) => `${count} ${discipline}`);
  return [
    `${pairs.length + unplaced.length} requests: ${pairs.length} placed, ${unplaced.length} not`,
    ...(placed.length > 0 ? [`placed: ${placed.join(', ')}`] : []),
    ...(unplaced.length > 0 ? [`not placed: ${counted(unplaced, ({ reason }) => reason.code)}`] : []),
    '',
  ].join('\n');
};
