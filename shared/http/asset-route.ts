import type { Route } from '../contracts/route.ts';
import { assetNames } from '../html/built/asset-names.ts';
import { assetTexts } from '../html/built/asset-texts.ts';
import { publicText, type Binding } from './binding.ts';
import { HttpProblem } from './problems.ts';

const forGood = 'public, max-age=31536000, immutable';

const contentTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** `site.4f2a….css` → `site.css`, whatever the hash. */
const plainName = (name: string): string => name.replace(/\.[^.]+(?=\.[^.]+$)/, '');

const hasKey = <T extends object>(object: T, key: PropertyKey): key is keyof T => Object.hasOwn(object, key);

/** Binds what browsers load beside the pages. */
export const assetBinding = (route: Route): Binding => ({
  route,
  answer: async ({ pathParameters }) => {
    const asked = pathParameters?.['name'] ?? '';
    const name = plainName(asked);
    if (!hasKey(assetTexts, name)) throw new HttpProblem('no-such-route');
    const type = contentTypes[name.slice(name.lastIndexOf('.') + 1)] ?? 'text/plain';
    // While two versions of the service run side by side, a page may ask for the other one's file: it gets ours, and
    // asks again next time.
    return publicText(type, assetTexts[name], asked === assetNames[name] ? forGood : 'no-cache');
  },
});
