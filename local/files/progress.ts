/** Between two lines where nobody watches a terminal, milliseconds. */
const pause = { terminal: 200, elsewhere: 3000 };

interface Screen {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
}

/** Tells on standard error how far long work has come: in place on a terminal, else by a line every few seconds. */
export const progressOf = (what: string, total: number, screen: Screen = process.stderr) => {
  const inPlace = screen.isTTY === true;
  let done = 0;
  let next = performance.now() + (inPlace ? pause.terminal : pause.elsewhere);
  let told = false;
  return {
    step: (): void => {
      done += 1;
      if (performance.now() < next) return;
      next = performance.now() + (inPlace ? pause.terminal : pause.elsewhere);
      told = true;
      const percent = Math.floor((100 * done) / total);
      screen.write(`${inPlace ? '\r' : ''}${what}: ${done} of ${total} (${percent} %)${inPlace ? '' : '\n'}`);
    },
    end: (): void => {
      if (told && inPlace) screen.write('\r\u001B[K');
    },
  };
};
