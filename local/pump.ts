/** Something that is done over and over while there is work, and then looked at now and again. */
export interface Pump {
  /** There may be work: look at once. */
  readonly nudge: () => void;
  /** Looked after the last nudge and found nothing. */
  readonly idle: () => boolean;
  readonly stop: () => Promise<void>;
}

/** How long to wait before looking again by itself; a nudge comes with everything that the cloud knows of. */
const restMilliseconds = 1000;

/** `step` returns whether it found work. */
export const startPump = (step: () => Promise<boolean>, complain: (error: unknown) => void): Pump => {
  let nudged = true;
  let resting = false;
  const ending = new AbortController();
  let wake: (() => void) | undefined;

  const rest = async (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, restMilliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const run = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      nudged = false;
      const worked = await step().catch((error: unknown) => {
        if (!ending.signal.aborted) complain(error);
        return false;
      });
      resting = !worked && !nudged && !ending.signal.aborted;
      if (resting) await rest();
      resting = false;
    }
  };
  const ended = run();

  return {
    nudge: () => {
      nudged = true;
      wake?.();
    },
    idle: () => resting && !nudged,
    stop: async () => {
      ending.abort();
      wake?.();
      await ended;
    },
  };
};
