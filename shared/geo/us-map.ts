import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

/** ZIP codes that begin with the same three digits, as they are drawn and called. */
export interface Area {
  readonly state: string;
  /** The town that has most of its ZIP codes. */
  readonly town: string;
  /** Its place in the drawing; null: beyond it, such as Puerto Rico. */
  readonly at: { readonly x: number; readonly y: number } | null;
}

/** The country as it is drawn. */
export interface UsMap {
  /** In units of the drawing. */
  readonly size: { readonly width: number; readonly height: number };
  /** The states as one shape, and the borders between them: paths of SVG. */
  readonly land: string;
  readonly borders: string;
  /** The area of three digits; null: no ZIP code begins so. */
  readonly areaOf: (digits: string) => Area | null;
}

const areaIn = (line: string): readonly [digits: string, area: Area] => {
  const [digits = '', x = '', y = '', state = '', town = ''] = line.split('\t');
  return [digits, { state, town, at: x === '' ? null : { x: Number(x), y: Number(y) } }];
};

const mapIn = (text: string): UsMap => {
  const [size = '', land = '', borders = '', ...areas] = text.trimEnd().split('\n');
  const [width = 0, height = 0] = size.split(' ').map(Number);
  const byDigits = new Map(areas.map(areaIn));
  return { size: { width, height }, land, borders, areaOf: (digits) => byDigits.get(digits) ?? null };
};

/** The map in the file that `npm run generate:map` writes. Nothing is read before it is asked for. */
export const loadUsMap = (path: string): (() => UsMap) => {
  let map: UsMap | undefined;
  return () => (map ??= mapIn(brotliDecompressSync(readFileSync(path)).toString('latin1')));
};
