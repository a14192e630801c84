import { html } from 'hono/html';
import { signOutForm } from '../../contracts/coordinator-pages.ts';
import type { AssetName } from '../assets.ts';
import { layout } from '../layout.ts';
import type { Html } from '../render.ts';

/** What every page of a signed-in coordinator is given. */
export interface CoordinatorFrame {
  /** The address by which they signed in. */
  readonly email: string;
  /** The hidden field that every form carries. */
  readonly token: Html;
}

interface Parts {
  readonly title: string;
  readonly main: Html;
  /** The section that the page belongs to: its address in the header. */
  readonly current?: string;
  readonly scripts?: readonly AssetName[];
}

/** The frame of the coordinators' pages: sections, who is signed in, and the way out. */
export const coordinatorLayout = ({ email, token }: CoordinatorFrame, parts: Parts): Html =>
  layout({
    ...parts,
    audience: 'coordinator',
    account: html`<form class="account" method="post" action="${signOutForm.path}">
      ${token}<span class="for-whom">${email}</span> <button class="plain">Sign out</button>
    </form>`,
  });
