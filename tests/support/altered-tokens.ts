const signs = [...'AZaz059-_.=+/%'.split(''), ' ', '\0', '\ufffd', 'é', '🦊'];

/** Numbers from a seed: the same in every run, so that what fails once fails again. */
const numbersFrom = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
};

const withPart = (token: string, at: number, part: string): string => {
  const parts = token.split('.');
  parts[at] = part;
  return parts.join('.');
};

/** The first of the tokens, altered in so many ways; the others lend their parts. None of them is among what it gives. */
export const alteredTokens = function* (tokens: readonly string[], amount: number): Generator<string> {
  const below = numbersFrom(20_261_201);
  const [right = ''] = tokens;
  const sign = () => signs[below(signs.length)] ?? '';
  const alterations: readonly ((token: string) => string)[] = [
    (token) => {
      const at = below(token.length + 1);
      return token.slice(0, at) + sign() + token.slice(at + 1);
    },
    (token) => {
      const at = below(token.length + 1);
      return token.slice(0, at) + sign() + token.slice(at);
    },
    (token) => token.slice(0, below(token.length + 1)),
    (token) => token.slice(below(token.length + 1)),
    (token) => {
      const at = below(7);
      return withPart(token, at, tokens[below(tokens.length)]?.split('.')[at] ?? '');
    },
    (token) => withPart(token, 1, `k${below(50)}`),
    (token) => withPart(token, 4, `${below(1000)}`),
    (token) => withPart(token, 5, `${1_700_000_000 + below(1_000_000_000)}`),
    (token) => token.split('.').toReversed().join('.'),
    (token) => token.toUpperCase(),
  ];
  const issued = new Set(tokens);
  for (let given = 0; given < amount;) {
    let token = right;
    for (let times = below(3); times >= 0; times -= 1) token = alterations[below(alterations.length)]?.(token) ?? '';
    if (issued.has(token)) continue;
    given += 1;
    yield token;
  }
};
