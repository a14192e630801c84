import type * as z from 'zod';
import type { RoundEntry, RoundLineView } from '../../contracts/rounds.ts';
import { partsOfRound, type LineOutcome, type Round, type RoundLine } from '../../domain/round.ts';
import { digits } from '../../domain/wording.ts';
import { tierNames } from '../../matching/phrases/rounds.ts';

const sum = (round: Round, of: 'placed' | 'unplaced'): number =>
  round.results.reduce((total, result) => total + result[of], 0);

/** A round and how far it has come. */
export const roundEntry = (round: Round): z.infer<ReturnType<typeof RoundEntry>> => {
  const results = new Map(round.results.map(({ part, ...result }) => [part, result]));
  return {
    roundId: round.id,
    version: round.version,
    status: round.status,
    disciplines: round.disciplines,
    requestedAt: round.requestedAt,
    requestedBy: round.requestedBy,
    parts: partsOfRound(round.disciplines).map((part) => ({ part, result: results.get(part) ?? null })),
    placed: sum(round, 'placed'),
    unplaced: sum(round, 'unplaced'),
    approvedPairs: 'approvedPairs' in round ? round.approvedPairs : 0,
    refusedPairs: 'refusedPairs' in round ? round.refusedPairs : 0,
    reason: 'reason' in round ? round.reason : null,
  };
};

const inWords = (line: RoundLine): string => {
  const { candidates, sitesTried } = line.today;
  const found =
    candidates === null
      ? ''
      : `; the last matching found ${digits(candidates, 0)} ${candidates === 1 ? 'site' : 'sites'}`;
  const tried = sitesTried === 0 ? '' : `; ${sitesTried} ${sitesTried === 1 ? 'was' : 'were'} tried in vain`;
  const today = `Today: in review, no site is asked${found}${tried}.`;
  if (line.outcome === 'unplaced') return `${today} The round has no site: ${line.words}`;
  const choice = line.choice === null ? 'locked by a coordinator' : `number ${line.choice} of their list`;
  const others = line.alongside.length === 0 ? 'nobody else' : `${line.alongside.length} more`;
  return `${today} The round proposes ${line.facilityName} (${choice}; for the site: ${tierNames[line.tier]}; ${others} proposed to the same intake).`;
};

/** A line of the diff. */
export const roundLineView = (
  line: RoundLine,
  decided: LineOutcome | null,
): z.infer<ReturnType<typeof RoundLineView>> => ({ line, words: inWords(line), decided });
