/** A route key taken apart: `GET /api/requests/{requestId}`; `$default` has no segments. */
interface Route {
  readonly key: string;
  readonly method: string;
  readonly segments: readonly string[];
}

const parseRouteKey = (key: string): Route => {
  const [method = '', path = ''] = key.split(' ');
  return { key, method, segments: path.split('/').slice(1) };
};

const isGreedy = (segment: string): boolean => segment.endsWith('+}');
const isParameter = (segment: string): boolean => segment.startsWith('{');

/** The path parameters if the route fits. */
const parametersOf = (route: Route, method: string, path: readonly string[]): Record<string, string> | null => {
  if (route.key === '$default') return {};
  if (route.method !== method && route.method !== 'ANY') return null;
  const parameters: Record<string, string> = {};
  for (const [index, segment] of route.segments.entries()) {
    const given = path[index];
    if (given === undefined) return null;
    if (isGreedy(segment)) return { ...parameters, [segment.slice(1, -2)]: path.slice(index).join('/') };
    if (!isParameter(segment)) {
      if (segment !== given) return null;
    } else if (given === '') return null;
    else parameters[segment.slice(1, -1)] = given;
  }
  return route.segments.length === path.length ? parameters : null;
};

/** Sorts first what says more: whole paths before greedy ones before `$default`; fixed segments before parameters. */
const rank = ({ key, method, segments }: Route): string => {
  if (key === '$default') return '3';
  const parts = segments.map((segment) => (isParameter(segment) ? '2' : '1')).join('');
  return `${segments.some(isGreedy) ? '2' : '1'}${parts}${method === 'ANY' ? '2' : '1'}`;
};

/** Finds the route that serves a path, as API Gateway chooses: the most specific one, whatever their order. */
export const createRouter = (keys: readonly string[]) => {
  const routes = keys.map(parseRouteKey).toSorted((a, b) => rank(a).localeCompare(rank(b)));
  return (
    method: string,
    path: string,
  ): { readonly key: string; readonly parameters: Readonly<Record<string, string>> } | null => {
    const segments = path.split('/').slice(1);
    for (const route of routes) {
      const parameters = parametersOf(route, method, segments);
      if (parameters !== null) return { key: route.key, parameters };
    }
    return null;
  };
};
