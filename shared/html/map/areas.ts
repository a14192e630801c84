import { areaLines } from './us-map.ts';

/** ZIP codes that begin with the same three digits, as they are drawn and called. */
export interface Area {
  readonly state: string;
  /** The town that has most of its ZIP codes. */
  readonly town: string;
  /** Its place in the drawing; null: beyond it, such as Puerto Rico. */
  readonly at: { readonly x: number; readonly y: number } | null;
}

let known: ReadonlyMap<string, Area> | undefined;

const readAreas = (): ReadonlyMap<string, Area> =>
  new Map(
    areaLines
      .trim()
      .split('\n')
      .map((line) => {
        const [digits = '', x = '', y = '', state = '', town = ''] = line.split('\t');
        return [digits, { state, town, at: x === '' ? null : { x: Number(x), y: Number(y) } }];
      }),
  );

/** The area of three digits; null: the list of ZIP codes has none. */
export const areaOf = (digits: string): Area | null => {
  known ??= readAreas();
  return known.get(digits) ?? null;
};
