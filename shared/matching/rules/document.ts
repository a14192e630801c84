import { disciplineNames, disciplines } from '../../domain/discipline.ts';
import type { Sourced } from '../../domain/requirements.ts';
import { publishedRequirements } from '../requirements.ts';
import type { Rule } from '../types.ts';
import { rules } from './index.ts';
import { sourcesInWords } from './sources.ts';

const {
  dailyRecordLimit,
  mammographyQualificationFirst,
  recordsNeededInAll,
  recordWindowMonths,
  supportingCredentials,
} = publishedRequirements;

const kinds = { H: 'hard', Q: 'hard once answered', note: 'tells only' };

const cell = (text: string): string => text.replaceAll('|', '\\|');

const tableLine = (...cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

const ruleSection = ({ id, kind, source, title, rows, notes }: Rule): string =>
  [
    `## ${id} ${title}`,
    '',
    `${kinds[kind]} · from ${sourcesInWords(source)}`,
    '',
    tableLine('when', 'verdict', 'code'),
    tableLine('---', '---', '---'),
    ...Object.entries(rows).map(([code, [outcome, when]]) => tableLine(when, outcome, `\`${code}\``)),
    ...Object.entries(notes).map(([code, [when]]) => tableLine(when, 'note', `\`${code}\``)),
  ].join('\n');

const figure = (what: string, value: string, { version, effectiveFrom, grade, source }: Sourced<unknown>): string =>
  tableLine(what, value, String(version), effectiveFrom ?? 'undated', grade, source);

const figures = (): readonly string[] => [
  ...disciplines.map((discipline) =>
    figure(
      `${discipline}: supporting credentials`,
      supportingCredentials[discipline].value.map((set) => set.join(' with ')).join(', or '),
      supportingCredentials[discipline],
    ),
  ),
  ...disciplines.map((discipline) =>
    figure(
      `${discipline}: recorded procedures a day`,
      String(dailyRecordLimit[discipline].value),
      dailyRecordLimit[discipline],
    ),
  ),
  ...disciplines.map((discipline) =>
    figure(
      `${discipline}: repetitions in all`,
      recordsNeededInAll[discipline].value ?? 'not known',
      recordsNeededInAll[discipline],
    ),
  ),
  figure('months for which a record counts', String(recordWindowMonths.value), recordWindowMonths),
  figure('M: the MQSA qualification comes first', 'yes', mammographyQualificationFirst),
];

/** `docs/rules.md`: the decision tables as the engine runs them, and the figures behind them. */
export const rulesMarkdown = (): string =>
  [
    '# The rules of matching',
    '',
    'Generated from `shared/matching/rules`; `npm run generate:rules` writes it anew.',
    '',
    'A verdict is `pass`, `fail`, `ask` (a question somebody must answer) or `condition` (fine once it is done before the',
    'start); within a rule the worst counts. A `note` warns and decides nothing. A site without a `fail` is a candidate.',
    '',
    ...rules.map((rule) => `${ruleSection(rule)}\n`),
    '## Figures',
    '',
    `Disciplines: ${disciplines.map((discipline) => `${discipline} ${disciplineNames[discipline]}`).join(', ')}.`,
    '',
    tableLine('figure', 'value', 'version', 'effective from', 'grade', 'source'),
    tableLine('---', '---', '---', '---', '---', '---'),
    ...figures(),
    '',
  ].join('\n');
