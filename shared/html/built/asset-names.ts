// Written by `npm run generate:assets` from shared/html/assets. Do not edit.

/** The names under which browsers get the assets, by their names here. */
export const assetNames = {
  "site.css": "site.1f16acebc0f1.css",
  "coordinator.css": "coordinator.0ea67e9770e0.css",
  "goes-on.js": "goes-on.539ae0c282be.js",
  "week-grid.js": "week-grid.844c323179f9.js",
  "mark.svg": "mark.c214382e9913.svg"
} as const;
