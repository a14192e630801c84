import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { contentOf } from './content.ts';
import { type Columns, readCsv, type Row } from '../../shared/files/csv.ts';
import type { FileProblem } from '../../shared/files/problems.ts';
import { refusedFiles } from './problems.ts';

const lineStarts = (content: string): number[] => {
  const starts = [0];
  for (let at = content.indexOf('\n'); at !== -1; at = content.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
};

/** Where an offset lies, found by halving: files may have millions of lines. */
const lineAt = (starts: readonly number[], offset: number): number => {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (starts[middle]! <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
};

const isSegment = (key: PropertyKey): key is string | number => typeof key !== 'symbol';

/** A JSON value as its row; what repeats a key is refused, because JSON itself would drop the first. */
const jsonRow = (file: string, starts: readonly number[], node: Node, problems: FileProblem[]): Row => {
  const values: Record<string, unknown> = {};
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? [];
    const name = String(key?.value);
    if (Object.hasOwn(values, name))
      problems.push({ file, line: lineAt(starts, property.offset), field: name, detail: 'is here twice' });
    Object.defineProperty(values, name, {
      value: value === undefined ? undefined : plainValue(value),
      enumerable: true,
    });
  }
  return {
    values,
    lineOf: (path) => {
      // A field that is missing is missing in its row.
      for (let length = path.length; length > 0; length--) {
        const found = findNodeAtLocation(node, path.slice(0, length).filter(isSegment));
        if (found !== undefined) return lineAt(starts, found.offset);
      }
      return lineAt(starts, node.offset);
    },
  };
};

const plainValue = (node: Node): unknown => {
  if (node.type === 'array') return (node.children ?? []).map(plainValue);
  if (node.type !== 'object') return node.value;
  return Object.fromEntries(
    (node.children ?? []).map(({ children: [key, value] = [] }) => [
      String(key?.value),
      value === undefined ? undefined : plainValue(value),
    ]),
  );
};

/** `ValueExpected` as `value expected`. */
const inWords = (code: string): string => code.replace(/\B[A-Z]/g, ' $&').toLowerCase();

/** One object, or a list of objects. */
const jsonRows = (file: string, content: string): Row[] => {
  const starts = lineStarts(content);
  const errors: ParseError[] = [];
  const tree = parseTree(content, errors, { disallowComments: true, allowTrailingComma: false });
  // What comes after the first one is mostly its doing.
  const problems: FileProblem[] = errors.slice(0, 1).map(({ error, offset }) => ({
    file,
    line: lineAt(starts, offset),
    field: null,
    detail: `this is no JSON: ${inWords(printParseErrorCode(error))}`,
  }));
  const nodes = tree?.type === 'array' ? (tree.children ?? []) : tree === undefined ? [] : [tree];
  if (problems.length === 0)
    for (const node of nodes)
      if (node.type !== 'object')
        problems.push({ file, line: lineAt(starts, node.offset), field: null, detail: 'must be an object of fields' });
  const rows = problems.length > 0 ? [] : nodes.map((node) => jsonRow(file, starts, node, problems));
  if (problems.length > 0) throw refusedFiles(problems);
  return rows;
};

const csvRows = (file: string, content: string, columns: Columns): readonly Row[] => {
  const { rows, problems } = readCsv(file, content, columns);
  if (problems.length > 0) throw refusedFiles(problems);
  return rows;
};

/** The rows of a file: JSON by its first character, else CSV with a header. */
export const rowsOf = async (file: string, columns: Columns): Promise<readonly Row[]> => {
  const content = await contentOf(file);
  const rows = /^\uFEFF?\s*[[{]/.test(content)
    ? jsonRows(file, content.replace(/^\uFEFF/, ''))
    : csvRows(file, content, columns);
  if (rows.length === 0) throw refusedFiles([{ file, line: 1, field: null, detail: 'there is nothing in this file' }]);
  return rows;
};
