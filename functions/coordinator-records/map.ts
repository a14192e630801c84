import { mapPage } from '../../shared/contracts/record-pages.ts';
import type { UsMap } from '../../shared/geo/us-map.ts';
import { supplyMapPage } from '../../shared/html/coordinator/map-page.ts';
import type { Binding } from '../../shared/http/binding.ts';
import type { SessionPages } from '../../shared/http/session-pages.ts';
import type { Ports } from '../../shared/usecases/ports.ts';
import { readSupplyAndDemand } from '../../shared/usecases/supply-and-demand.ts';

/** Where seats are open, and where people wait for one. */
export const mapOfSupplyAndDemand = (
  { page }: SessionPages,
  ports: Pick<Ports, 'store' | 'clock'>,
  usMap: () => UsMap,
): readonly Binding[] => [
  page(mapPage, async ({ query: { discipline }, frame }) => ({
    html: supplyMapPage(frame, { map: usMap(), discipline, counts: await readSupplyAndDemand(ports)(discipline) }),
  })),
];
