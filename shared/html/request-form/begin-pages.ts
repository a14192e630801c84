import { html } from 'hono/html';
import { emailField, type FormState } from '../fields.ts';
import { errorSummary } from '../forms.ts';
import { layout } from '../layout.ts';
import type { Html } from '../render.ts';

/** Asks for the address first: its link keeps what is written, and proves the address without a second mail. */
export const beginPage = (state: FormState): Html =>
  layout({
    title: 'Ask for a clinical site',
    audience: 'technologist',
    main: html`${errorSummary('begin', state)}
      <h1>Ask for a clinical site</h1>
      <p class="lead">
        It takes about ten minutes, in seven short steps. You can stop at any time and come back to what you wrote.
      </p>
      <form class="card" method="post" action="/request" novalidate>
        ${emailField({
          form: 'begin',
          name: 'email',
          label: 'Your e-mail address',
          hint: 'We mail you a link. It opens your request on any device, and shows that the address is yours.',
          state,
        })}
        <div class="buttons"><button>Mail me the link</button></div>
      </form>
      <h2>What happens with what you write</h2>
      <ul>
        <li>What you do not send is deleted after 14 days.</li>
        <li>Once you send it, a coordinator reads it. No facility sees your name before it said yes and you agreed.</li>
        <li>Your employer hears of it only if you allow that, which is a question of its own.</li>
        <li>You can withdraw at any time. Questions? <a href="/#person">Write to a person</a>.</li>
      </ul>`,
  });

/** The same for every address, and whether a mail left today already or not. */
export const linkMailedPage = (): Html =>
  layout({
    title: 'Please look into your mailbox',
    audience: 'technologist',
    main: html`<h1>Please look into your mailbox</h1>
      <p class="lead">We have mailed you the link to write your request. It holds for 14 days.</p>
      <p>
        Nothing there after some minutes? Look into the folder for unwanted mail. We write such a mail to an address
        once a day: if you began today already, the link in that mail still works.
      </p>`,
  });
