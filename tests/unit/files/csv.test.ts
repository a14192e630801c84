import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guardCell, unguardCell } from '../../../shared/files/cells.ts';
import { readCsv, writeCsv } from '../../../shared/files/csv.ts';
import { hostileStrings } from '../../support/hostile-strings.ts';

const formulas = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  "=cmd|'/C calc'!A0",
  ' =1+1',
  '\t=1+1',
  "'=1+1",
  "''=1",
  '\uFF1D1+1',
  'Birch; =HYPERLINK("https://evil.example")',
  'Birch,=1+1',
];

describe('cells that a spreadsheet would run', () => {
  test.each(formulas)('%j begins no cell, whatever breaks the line into cells', (text) => {
    const cell = guardCell(text);
    for (const part of cell.split(/[;,\t\r\n|]/)) expect(part.trim()).not.toMatch(/^[=+\-@\uFF1D]/);
    expect(unguardCell(cell)).toBe(text);
  });

  test('texts of harmless people stay as they are', () => {
    for (const text of ["Women's Imaging (invented)", 'mon 07:00-15:30; tue 19:00-07:00', 'O’Neil–Clinic', "'Aiea"])
      expect(guardCell(text)).toBe(text);
  });

  test('whatever is guarded comes back as it was', () => {
    const text = fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', "'", ';', ',', ' ', '\t', '|', '\n', 'a', '\uFF0B'),
    });
    fc.assert(
      fc.property(text, (each) => {
        expect(unguardCell(guardCell(each))).toBe(each);
      }),
    );
  });
});

describe('a file that was written', () => {
  const columns = { known: ['name', 'fee'], numbers: ['fee'] };

  test('is read as it was, hostile texts included', () => {
    const names = hostileStrings
      .map((text) => text.trim())
      // Half of a surrogate pair is refused at every door: nothing that is kept holds one.
      .filter((text) => text !== '' && !text.includes('\r') && text.isWellFormed());
    const content = writeCsv(
      ['name', 'fee'],
      names.map((name) => ({ name, fee: 250.5 })),
    );
    const { rows, problems } = readCsv('f.csv', content, columns);
    expect(problems).toEqual([]);
    expect(rows.map(({ values }) => values)).toEqual(names.map((name) => ({ name, fee: 250.5 })));
  });

  test('says that it is UTF-8, quotes texts, and leaves numbers as numbers', () => {
    expect(
      writeCsv(
        ['name', 'fee'],
        [
          { name: 'Birch "A"', fee: -1 },
          { name: null, fee: null },
        ],
      ),
    ).toBe('\uFEFF"name","fee"\r\n"Birch ""A""",-1\r\n,\r\n');
  });
});
