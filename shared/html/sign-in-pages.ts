import { html } from 'hono/html';
import { coordinatorsPath, signInPage } from '../contracts/coordinator-pages.ts';
import { layout } from './layout.ts';
import type { Html } from './render.ts';

/** Signed in, but nobody gave this person a role here. */
export const noRolePage = ({ email }: { readonly email: string }): Html =>
  layout({
    title: 'No role here',
    main: html`<h1>You are signed in, but have no role here</h1>
      <p class="lead">
        ${email === '' ? 'This account' : html`<strong>${email}</strong>`} is known, and nobody has made it a
        coordinator yet. Please ask an admin of the service to do so, then sign in again.
      </p>
      <p><a href="${signInPage.path}">Sign in again</a></p>`,
  });

/**
 * The session here is over; the user pool's ends next. By a page that goes on, because browsers stop a form whose
 * answer leads to another site (`form-action`).
 */
export const signingOutPage = (address: string): Html =>
  layout({
    title: 'Signing out',
    goesOnTo: address,
    main: html`<h1>Signing out</h1>
      <p class="lead">This takes a moment. If nothing happens, <a href="${address}">go on here</a>.</p>`,
  });

export const signedOutPage = (): Html =>
  layout({
    title: 'Signed out',
    main: html`<h1>You are signed out</h1>
      <p class="lead">Nobody can go on from this browser without signing in.</p>
      <p><a href="${coordinatorsPath}">Sign in again</a></p>`,
  });
