import { html } from 'hono/html';
import { coordinatorHome } from '../../contracts/coordinator-pages.ts';
import type { Html } from '../render.ts';
import { coordinatorLayout, type CoordinatorFrame } from './frame.ts';

export const coordinatorHomePage = (frame: CoordinatorFrame): Html =>
  coordinatorLayout(frame, {
    title: 'Coordinators',
    current: coordinatorHome.path,
    main: html`<h1>Coordinators</h1>`,
  });
