import { signedInPage, signInPage } from '../../../shared/contracts/coordinator-pages.ts';
import type { Route } from '../../../shared/contracts/route.ts';
import type { HttpAnswer } from '../../../shared/http/binding.ts';
import { anEvent, fileFormEvent, formEvent } from './an-event.ts';
import type { Service } from './service.ts';

export interface Asked {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly cookies?: readonly string[];
  readonly form?: Readonly<Record<string, string | File>>;
  readonly headers?: Readonly<Record<string, string>>;
}

const eventOf = async (route: Route, params: NonNullable<Asked['params']>, form: Asked['form']) => {
  if (form === undefined) return anEvent(route, { params });
  if (route.takesFile === true) return fileFormEvent(route, form, { params });
  const texts = Object.entries(form).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return formEvent(route, Object.fromEntries(texts), { params });
};

/** Asks for a page of coordinators, as a browser with these cookies does. */
export const askPage = async (
  service: Pick<Service, 'answer'>,
  route: Route,
  { params = {}, query = '', cookies = [], form, headers = {} }: Asked = {},
): Promise<HttpAnswer> => {
  const event = await eventOf(route, params, form);
  return service.answer(route.served, {
    ...event,
    headers: { ...event.headers, ...headers },
    rawQueryString: query,
    queryStringParameters: Object.fromEntries(new URLSearchParams(query)),
    cookies: [...cookies],
  });
};

/** What a browser would send back of what it was told to keep. */
export const kept = ({ cookies = [] }: HttpAnswer): string[] =>
  cookies.filter((cookie) => !cookie.includes('Max-Age=0')).map((cookie) => cookie.split(';', 1)[0] ?? '');

/** Signs in with a role, or with none; the way back is `to`. */
export const signIn = async (
  service: Pick<Service, 'answer'>,
  role: string | null = 'coordinator',
  to?: string,
): Promise<HttpAnswer> => {
  const begun = await askPage(service, signInPage, {
    query: to === undefined ? '' : `to=${encodeURIComponent(to)}`,
  });
  const query = `code=sub-1&state=state${role === null ? '' : `&role=${role}`}`;
  return askPage(service, signedInPage, { query, cookies: kept(begun) });
};

export const tokenIn = ({ body = '' }: HttpAnswer): string => /name="formToken" value="([^"]+)"/.exec(body)?.[1] ?? '';

/** Somebody with a session, at pages and their forms. */
export const aVisitor = async (service: Pick<Service, 'answer'>, role: 'coordinator' | 'admin' = 'coordinator') => {
  const cookies = kept(await signIn(service, role));
  const read = async (route: Route, params: Asked['params'] = {}, query = ''): Promise<HttpAnswer> =>
    askPage(service, route, { params, query, cookies });
  return {
    cookies,
    read,
    /** Sends a form of `page` to its address. */
    send: async (page: Route, to: Route, params: Asked['params'], form: NonNullable<Asked['form']>) =>
      askPage(service, to, {
        ...(params !== undefined && { params }),
        cookies,
        form: { formToken: tokenIn(await read(page, params)), ...form },
      }),
  };
};

/** The same cookies for a real browser at `site`. */
export const cookiesOf = ({ cookies }: { readonly cookies: readonly string[] }) =>
  cookies.map((cookie) => {
    const [name = '', value = ''] = cookie.split('=');
    return { name, value, url: 'https://site.example.org', secure: true };
  });
