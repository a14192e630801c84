// Written by `npm run generate:assets` from shared/html/assets. Do not edit.

/** The names under which browsers get the assets, by their names here. */
export const assetNames = {
  "site.css": "site.64140edbd450.css",
  "coordinator.css": "coordinator.9b84c48f21e8.css",
  "goes-on.js": "goes-on.539ae0c282be.js",
  "keys.js": "keys.d41493e9b6f9.js",
  "week-grid.js": "week-grid.5cf08b577604.js",
  "mark.svg": "mark.c214382e9913.svg"
} as const;
