/** The npm package "stable-marriage" has no types of its own; this is the part that the benchmark uses. */
declare module 'stable-marriage' {
  export class Person {
    constructor(name: string);
    readonly name: string;
    readonly fiance: Person | null | undefined;
    generatePreferences(preferences: Person[]): void;
  }
  /** Marries the persons, the proposing side, to those they prefer. */
  export const stableMarriage: (persons: readonly Person[]) => Person[];
}
