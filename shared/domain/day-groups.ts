const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
type Day = (typeof days)[number];

/** Several days that a row of hours may name at once. Browsers load this too: it imports nothing. */
export const dayGroups: Readonly<Record<string, readonly Day[]>> = {
  'mon-fri': days.slice(0, 5),
  'sat-sun': days.slice(5),
  'mon-sun': days,
};
