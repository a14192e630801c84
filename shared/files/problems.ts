/** What is wrong with a file, and where. */
export interface FileProblem {
  readonly file: string;
  /** Counts from 1, as an editor shows it. */
  readonly line: number;
  /** The field, such as `windows[1].from`; null: the row as a whole. */
  readonly field: string | null;
  readonly detail: string;
}
