import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { readCmsHospitals } from '../../../local/import/cms-hospitals.ts';

const header = '"Facility ID","Facility Name","Address","City/Town","ZIP Code","Hospital Type","Hospital Ownership"';
const row = (ccn: string, name = `HOSPITAL ${ccn}`, zip = '36301') =>
  `${ccn},${name},1 MAIN ST,DOTHAN,${zip},Acute Care Hospitals,Proprietary`;

const read = (...lines: readonly string[]) => readBytes(Buffer.from(lines.join('\n')));
const readBytes = (bytes: Buffer) => readCmsHospitals(Readable.from([bytes]));

describe('the list of hospitals', () => {
  test('is read by the names of its columns, in whatever order they come', async () => {
    const { hospitals, problems, rows } = await read(
      'Hospital Ownership,zip code,Facility ID,Other,Hospital Type,Address,Facility Name',
      'Proprietary,02139,220002,x,Acute Care Hospitals,330 MOUNT AUBURN STREET,MOUNT AUBURN HOSPITAL',
    );
    expect(problems).toEqual([]);
    expect(rows).toBe(1);
    expect(hospitals).toEqual([
      {
        ccn: '220002',
        name: 'Mount Auburn Hospital',
        street: '330 Mount Auburn Street',
        zip: '02139',
        type: 'Acute Care Hospitals',
        ownership: 'Proprietary',
        line: 2,
      },
    ]);
  });

  test('a street that is a PO box is kept', async () => {
    const { hospitals } = await read(header, '010001,A HOSPITAL,P O BOX 1270,X,36301,Psychiatric,Tribal');
    expect(hospitals[0]?.street).toBe('P O Box 1270');
  });

  test('may come in any chunks, with a byte order mark, CRLF, blank lines and no last line end', async () => {
    const bytes = Buffer.from(`\uFEFF${header}\r\n\r\n${row('010001')}\r\n${row('010002', '"BÔN, SECOURS"')}`);
    const { hospitals, problems } = await readCmsHospitals(
      Readable.from(Array.from(bytes, (byte) => Buffer.from([byte]))),
    );
    expect(problems).toEqual([]);
    expect(hospitals.map(({ name, line }) => [name, line])).toEqual([
      ['Hospital 010001', 3],
      ['Bôn, Secours', 4],
    ]);
  });

  test('bytes that are no UTF-8 are read as Windows-1252', async () => {
    const { hospitals, problems } = await readBytes(
      Buffer.from([header, row('010001', 'CAÑON HOSPITAL')].join('\n'), 'latin1'),
    );
    expect(problems).toEqual([]);
    expect(hospitals[0]?.name).toBe('Cañon Hospital');
  });
});

describe('a row that cannot be used is reported by line and column, and skipped', () => {
  test.each([
    ['an unclosed quote', '010002,"HOSPITAL,1 MAIN ST,DOTHAN,36301,A,B', 'Facility Name', 'a quote is opened and not'],
    ['text after a quote', '010002,"A"B,1 MAIN ST,DOTHAN,36301,A,B', 'Facility Name', 'text follows a closing quote'],
    ['a quote in a value', '010002,HOSP"ITAL,1 MAIN ST,DOTHAN,36301,A,B', 'Facility Name', 'a quote stands inside'],
    ['too few values', '010002,HOSPITAL', null, 'has 2 values where the header has 7 columns'],
    ['too many values', `${row('010002')},more`, null, 'has 8 values where the header has 7 columns'],
    ['a ZIP without its zero', row('010002', 'HOSPITAL', '2139'), 'ZIP Code', 'ZIP code of five digits'],
    ['letters for a ZIP', row('010002', 'HOSPITAL', 'N/A'), 'ZIP Code', 'ZIP code of five digits'],
    ['no name', row('010002', ''), 'Facility Name', 'must not be empty'],
    ['a name of spaces', row('010002', '   '), 'Facility Name', 'must not be empty'],
    ['a control character', row('010002', 'HOSP\u0007ITAL'), 'Facility Name', 'control characters'],
    ['an endless name', row('010002', 'H'.repeat(5000)), 'Facility Name', '160'],
    ['an id that lost its zero', row('10002'), 'Facility ID', 'six digits or capitals'],
  ])('%s', async (_, bad, column, message) => {
    const { rows, hospitals, problems } = await read(header, row('010001'), bad, row('010003'));
    expect(rows).toBe(3);
    expect(hospitals.map(({ ccn }) => ccn)).toEqual(['010001', '010003']);
    expect(problems).toEqual([{ line: 3, column, message: expect.stringContaining(message) as string }]);
  });

  test('every fault of a row is told', async () => {
    const { problems } = await read(header, row('1', '', 'x'));
    expect(problems.map(({ line, column }) => [line, column])).toEqual([
      [2, 'Facility ID'],
      [2, 'Facility Name'],
      [2, 'ZIP Code'],
    ]);
  });

  test('a hospital under a second id is a duplicate of the first', async () => {
    const { hospitals, problems } = await read(header, row('010001', 'TWIN'), row('010002', 'twin '));
    expect(hospitals.map(({ ccn }) => ccn)).toEqual(['010001']);
    expect(problems).toEqual([
      { line: 3, column: 'Facility ID', message: 'repeats the hospital of line 2 (010001, Twin)' },
    ]);
  });

  test('an id that comes twice is a duplicate, whatever its name', async () => {
    const { hospitals, problems } = await read(header, row('010001'), row('010001', 'ANOTHER'));
    expect(hospitals).toHaveLength(1);
    expect(problems.map(({ line }) => line)).toEqual([3]);
  });

  test('two hospitals at one address with two names are two', async () => {
    const { hospitals, problems } = await read(header, row('010001', 'ADULTS'), row('010002', 'CHILDREN'));
    expect(hospitals).toHaveLength(2);
    expect(problems).toEqual([]);
  });
});

describe('a file that is no such list is refused with what is wrong', () => {
  test.each([
    ['an empty file', '', 'The file is empty.'],
    ['blank lines only', '\n\r\n  \n', 'The file is empty.'],
    ['prose', 'Dear all,\nplease find attached', 'is this the right file?'],
    ['a page', '<html lang="en">\n<body>', 'a quote stands inside a value'],
    ['one column missing', header.replace('"ZIP Code"', '"Zip"'), 'Line 1 lacks the column "ZIP Code".'],
    [
      'two columns missing',
      header.replace('"ZIP Code"', '"Zip"').replace('Address', 'Street'),
      'Line 1 lacks the columns "Address", "ZIP Code".',
    ],
    ['one endless line', 'x'.repeat(1_000_001), 'this is not a list in CSV'],
  ])('%s', async (_, text, message) => {
    await expect(readBytes(Buffer.from(text))).rejects.toMatchObject({
      name: 'LaptopProblem',
      message: expect.stringContaining(message) as string,
    });
  });

  test('bytes of anything', async () => {
    const bytes = Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256));
    await expect(readBytes(bytes)).rejects.toMatchObject({ name: 'LaptopProblem' });
  });

  test('a header alone is a list of none', async () => {
    expect(await read(header)).toEqual({ rows: 0, hospitals: [], problems: [] });
  });
});
