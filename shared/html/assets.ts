import { assetNames } from './built/asset-names.ts';

/** A file that browsers load beside the pages, by its name here: `site.css`. */
export type AssetName = keyof typeof assetNames;

/** Where a browser finds it, for as long as its content stays the same. */
export const assetAddress = (name: AssetName): string => `/assets/${assetNames[name]}`;
