import { expect, test } from 'vitest';
import { rulesMarkdown } from '../../../shared/matching/rules/document.ts';
import { rules } from '../../../shared/matching/rules/index.ts';

test('docs/rules.md says what the rules do: `vitest -u` writes it anew', async () => {
  await expect(rulesMarkdown()).toMatchFileSnapshot('../../../docs/rules.md');
});

test('every rule of the decision tables is listed once, under the id and source of the specification', () => {
  expect(rules.map(({ id, kind, source }) => `${id} ${kind} ${source}`)).toEqual([
    'R2 H S',
    'R3 H S',
    'R5 H S',
    'R6 Q S L',
    'R8 Q S L',
    'R12 H S',
    'R14 H S',
    'R15 H S',
    'R16 H S',
    'R17 Q S',
    'R18 H S',
    'R19 H S',
    'R20 note S A',
    'R21 H S D',
    'R22 H S',
    'R23 Q A S',
    'R24 H S',
    'R26 Q A S',
    'R30 H A',
    'A5 note A',
    'A6 note A',
    'A9 H L',
  ]);
});
