/** Moves this thread's `Date` with the cloud's clock; everything else about `Date` stays as it is. */
export const followClock = (offset: SharedArrayBuffer): void => {
  const RealDate = Date;
  const cell = new BigInt64Array(offset);
  const now = (): number => RealDate.now() + Number(Atomics.load(cell, 0));
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given: unknown[], newTarget) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget) as Date,
    apply: () => new RealDate(now()).toString(),
    get: (target, property) => (property === 'now' ? now : (Reflect.get(target, property) as unknown)),
  });
};
