import * as pages from '../../shared/contracts/coordinator-pages.ts';
import { coordinatorHomePage } from '../../shared/html/coordinator/home-page.ts';
import type { Binding } from '../../shared/http/binding.ts';
import type { SessionPages } from '../../shared/http/session-pages.ts';

export const homeOfCoordinators = ({ page }: SessionPages): readonly Binding[] => [
  page(pages.coordinatorHome, async ({ frame }) => ({ html: coordinatorHomePage(frame) })),
];
