/** A call of an AWS service, as the gateway sees it. */
export interface Call {
  /** The calling function's name; `owner` for whoever runs the laptop cloud. */
  readonly caller: string;
  /** As in the signature: `dynamodb`, `sqs`, `ses`, `secretsmanager`, `cognito-idp`. */
  readonly service: string;
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/**
 * - `throttle`, `error`, `conflict`: the service refuses (too much, broken, another transaction), nothing is done
 * - `reset`: the connection breaks before anything is done
 * - `lost-answer`: the thing is done and the connection breaks before the answer
 * - `truncated`: the thing is done and half of the answer arrives
 * - `delay`: the thing is done late
 */
export type FaultKind = 'throttle' | 'error' | 'conflict' | 'reset' | 'lost-answer' | 'truncated' | 'delay';

export interface Fault {
  readonly service: string;
  /** Which action; any if absent. */
  readonly action?: string;
  /** Which of those calls; all if absent. */
  readonly match?: (call: Call) => boolean;
  readonly kind: FaultKind;
  /** How many calls it hits; without end if absent. */
  readonly times?: number;
  /** Which part of the calls it hits, 0 to 1; all if absent. */
  readonly rate?: number;
  /** For `delay`. */
  readonly milliseconds?: number;
}

export interface Faults {
  /** Returns a function that takes the fault away again. */
  readonly add: (fault: Fault) => () => void;
  readonly clear: () => void;
  /** The fault that hits this call, counted as used. */
  readonly strike: (call: Call) => Fault | undefined;
}

export const createFaults = (): Faults => {
  const left = new Map<Fault, number>();
  return {
    add: (fault) => {
      // A copy, so that the same fault can be added twice and each taken away by itself.
      const own = { ...fault };
      left.set(own, fault.times ?? Infinity);
      return () => void left.delete(own);
    },
    clear: () => {
      left.clear();
    },
    strike: (call) => {
      for (const [fault, times] of left) {
        const hits =
          fault.service === call.service &&
          (fault.action ?? call.action) === call.action &&
          (fault.match?.(call) ?? true) &&
          Math.random() < (fault.rate ?? 1);
        if (!hits) continue;
        if (times <= 1) left.delete(fault);
        else left.set(fault, times - 1);
        return fault;
      }
      return undefined;
    },
  };
};
