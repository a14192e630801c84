import { findCandidates } from '../shared/matching/find-candidates.ts';
import { matchReport } from './files/match-report.ts';
import { fileHelp, fileOptions, marketOf } from './market-options.ts';
import { needed, runOnFiles } from './run-on-files.ts';

const help = `Matches a request with the sites of a file, without any server.

  npm run --silent match -- --facilities FILE --request FILE [--programs FILE] [--explain] [--today DATE]

  --explain   every verdict with its rule and source, why each candidate is above the next, why each site is excluded
  --today     the day to match on; by default today

${fileHelp}
The request file may hold several requests: each is matched by itself.
Problems go to standard error by file, line and field, with exit code 2.
`;

await runOnFiles({
  help,
  options: { ...fileOptions, request: { type: 'string' }, explain: { type: 'boolean', default: false } },
  run: async (values) => {
    const market = await marketOf(values, needed(values.request, '--request', help), help);
    const sites = market.sites.map(({ site }) => site);
    const reports = market.requests.map(({ request, context }) => {
      const inDiscipline = sites.filter(({ offer }) => offer.discipline === request.wishes.discipline);
      const matching = findCandidates(request, inDiscipline, context);
      return matchReport({ request, context, sites: inDiscipline, matching }, values.explain);
    });
    process.stdout.write(reports.join('\n'));
  },
});
