/** A cell of a lifecycle: where an action leads from a status, or that it is not possible there. */
export interface Cell {
  readonly from: string;
  readonly action: string;
  readonly to: string | null;
}

/**
 * Reads a matrix as people write it: the first line names the statuses, each line below an action and where it leads
 * from each status; `-` means that it is not possible.
 */
export const cellsOf = (matrix: string): Cell[] => {
  const [head = '', ...rows] = matrix
    .trim()
    .split('\n')
    .map((line) => line.trim());
  const statuses = head.split(/\s+/).slice(1);
  return rows.flatMap((row) => {
    const [action = '', ...targets] = row.split(/\s+/);
    if (targets.length !== statuses.length) throw new Error(`The row "${action}" needs ${statuses.length} cells.`);
    return statuses.map((from, column) => ({
      from,
      action,
      to: targets[column] === '-' ? null : (targets[column] ?? null),
    }));
  });
};

/** The cells of a table of transitions for all of its statuses and the actions that any of them has. */
export const cellsOfTable = (
  transitions: Readonly<Record<string, Readonly<Record<string, string | undefined>>>>,
): Cell[] => {
  const actions = [...new Set(Object.values(transitions).flatMap((row) => Object.keys(row)))];
  return Object.entries(transitions).flatMap(([from, row]) =>
    actions.map((action) => ({ from, action, to: row[action] ?? null })),
  );
};

const key = ({ from, action }: Cell): string => `${from} ${action}`;

export const sorted = (cells: readonly Cell[]): Cell[] => cells.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
