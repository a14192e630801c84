/** Where a function writes what it did: ids and names only, never an address, a token or a body. */
export interface Log {
  readonly info: (message: string, fields: Readonly<Record<string, unknown>>) => void;
  readonly error: (message: string, fields: Readonly<Record<string, unknown>>) => void;
}

/** What a log line keeps of an error. Not the error as a whole: those of the SDK carry items of the table. */
export const errorFields = (error: unknown): Readonly<Record<string, unknown>> =>
  error instanceof Error ? { name: error.name, stack: error.stack } : { name: typeof error };
