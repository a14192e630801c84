/**
 * Makes something at its first use and keeps it. For what is slow to make and not always needed: the first number or
 * date format of a process takes some 20 ms, which every cold start would pay.
 */
export const lazily = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};
