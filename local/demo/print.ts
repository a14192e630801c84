import { styleText } from 'node:util';

const width = 100;

const out = (text: string) => {
  process.stdout.write(`${text}\n`);
};

const wrapped = (text: string, indent: string): string => {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(' ')) {
    if (current !== '' && indent.length + current.length + word.length + 1 > width) {
      lines.push(current);
      current = '';
    }
    current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, current].map((line, index) => (index === 0 ? line : indent + line)).join('\n');
};

export const title = (text: string): void => {
  out(`\n${styleText(['bold', 'cyan'], text)}\n${styleText('dim', '─'.repeat(Math.min(width, text.length)))}`);
};

/** A paragraph of the story. */
export const tell = (text: string): void => {
  out(wrapped(text, ''));
};

/** Something that happened and was checked. */
export const done = (text: string): void => {
  out(`${styleText('green', '  ✓')} ${wrapped(text, '    ')}`);
};

/** A label and what it says. */
export const detail = (label: string, text: string, labelWidth = 12): void => {
  out(`    ${styleText('dim', label.padEnd(labelWidth))} ${wrapped(text, ' '.repeat(labelWidth + 5))}`);
};

export const numbered = (place: number, text: string): void => {
  out(`  ${styleText('bold', `${place}. ${text}`)}`);
};

export const item = (text: string): void => {
  out(`    • ${wrapped(text, '      ')}`);
};

export const columns = (rows: readonly (readonly string[])[]): void => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  for (const row of rows)
    out(
      `    ${row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd()}`,
    );
};
