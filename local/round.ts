import { usualListLength } from '../shared/matching/round-types.ts';
import { proposeRound } from '../shared/matching/round.ts';
import { progressOf } from './files/progress.ts';
import { roundFile, roundSummary } from './files/round-report.ts';
import { writeWhole } from './files/write-whole.ts';
import { LaptopProblem } from './problem.ts';
import { fileHelp, fileOptions, marketOf } from './market-options.ts';
import { needed, runOnFiles } from './run-on-files.ts';

const help = `Proposes a round: everybody who waits and all free seats at once, without any server.

  npm run --silent round -- --facilities FILE --requests FILE --out FILE [--programs FILE] [--list N] [--today DATE]

  --out     the proposal: pairs, and for everybody else the reason; CSV where the name ends in .csv, else JSON
  --list    how many sites a request's list holds at most; by default ${usualListLength}
  --today   the day to match on; by default today

${fileHelp}
The proposal is written whole or not at all. Problems go to standard error by file, line and field, with exit code 2.
`;

const listLengthOf = (given: string | undefined): number => {
  const length = Number(given ?? usualListLength);
  if (!Number.isInteger(length) || length < 1 || length > 1000)
    throw new LaptopProblem(`--list must be a whole number from 1 to 1000, and not "${given}".`);
  return length;
};

await runOnFiles({
  help,
  options: { ...fileOptions, requests: { type: 'string' }, out: { type: 'string' }, list: { type: 'string' } },
  run: async (values) => {
    const requests = needed(values.requests, '--requests', help);
    const out = needed(values.out, '--out', help);
    const settings = { listLength: listLengthOf(values.list) };
    const market = await marketOf(values, requests, help);
    const progress = progressOf('lists', market.requests.length);
    const proposal = proposeRound(
      {
        sites: market.sites,
        requests: market.requests.map(({ request, context }) => ({
          request,
          context,
          waitingSince: request.submittedAt,
        })),
        briefsLeft: market.briefsLeft,
        settings,
      },
      progress.step,
    );
    progress.end();
    await writeWhole(out, roundFile(proposal, market, out));
    process.stdout.write(roundSummary(proposal));
  },
});
