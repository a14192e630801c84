import { createHash } from 'node:crypto';

/** The whole style of the pages: system fonts, one column, light and dark. Contrasts are AA or better in both. */
export const style = `
:root {
  color-scheme: light dark;
  --page: #f7f6f2; --card: #ffffff; --text: #1c2430; --quiet: #55606e; --line: #d5d3ca;
  --accent: #0b5a6f; --on-accent: #ffffff; --accent-strong: #083f4e; --link: #0b5a6f;
  --good: #1e6b3a; --good-page: #e8f4ec; --bad: #a3231b; --bad-page: #fcebe9; --focus: #b35900;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14181d; --card: #1d232b; --text: #e8eaed; --quiet: #a9b3bf; --line: #3a444f;
    --accent: #7fd0e4; --on-accent: #07252d; --accent-strong: #aee4f1; --link: #8fd6e8;
    --good: #8fd7a8; --good-page: #16301f; --bad: #ff9d94; --bad-page: #3a1a18; --focus: #ffb366;
  }
}
* { box-sizing: border-box; }
html { font: 100%/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif; }
body { margin: 0; border-top: 0.35rem solid var(--accent); background: var(--page); color: var(--text); overflow-wrap: anywhere; }
header, main, footer { max-width: 44rem; margin: 0 auto; padding: 0 1rem; }
header { padding-block: 1rem; }
header a { color: var(--text); font-weight: 700; text-decoration: none; }
header a:hover { text-decoration: underline; }
main { padding-block: 0.5rem 2rem; }
footer { padding-block: 1rem 2rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: 0.9rem; }
h1 { font-size: clamp(1.5rem, 1.2rem + 1.6vw, 2.1rem); line-height: 1.2; margin: 0.5rem 0 1rem; text-wrap: balance; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 2rem 0 0.5rem; }
h3 { font-size: 1rem; margin: 1.25rem 0 0.25rem; }
p, ul, ol, dl { margin: 0 0 1rem; max-width: 38rem; }
ul, ol { padding-left: 1.4rem; }
a { color: var(--link); }
code, pre { font: 0.9em/1.5 ui-monospace, 'Liberation Mono', monospace; }
pre { padding: 0.75rem 1rem; overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: 0.4rem; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 1rem; top: 0.5rem; padding: 0.5rem 1rem; background: var(--card); }
.lead { font-size: 1.1rem; }
.quiet { color: var(--quiet); }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 0.6rem; padding: 1rem 1.25rem; margin: 1.25rem 0; }
.card > :first-child { margin-top: 0; }
.card > :last-child { margin-bottom: 0; }
.notice { border-left: 0.35rem solid var(--good); background: var(--good-page); }
.errors { border: 0.2rem solid var(--bad); background: var(--bad-page); }
dt { margin-top: 0.75rem; }
dd { margin: 0; }
.facts { display: grid; grid-template-columns: minmax(9rem, 1fr) 2fr; gap: 0; max-width: none; }
.facts dt, .facts dd { margin: 0; padding: 0.45rem 0; border-top: 1px solid var(--line); }
.facts dt { color: var(--quiet); padding-right: 1rem; }
.facts > :nth-child(-n + 2) { border-top: 0; }
@media (max-width: 30rem) {
  .facts { grid-template-columns: 1fr; }
  .facts dd { border-top: 0; padding-top: 0; }
  .facts > :nth-child(2) { border-top: 0; }
  .facts dt { padding-bottom: 0; }
  .under { margin-left: 0.6rem; }
}
form { margin: 0; }
fieldset { border: 0; margin: 0 0 1rem; padding: 0; min-width: 0; }
legend { font-weight: 700; padding: 0; margin-bottom: 0.5rem; }
.choice { display: flex; gap: 0.75rem; align-items: flex-start; padding: 0.4rem 0; min-height: 2.75rem; }
.choice input { flex: none; width: 1.4rem; height: 1.4rem; margin: 0.1rem 0 0; accent-color: var(--accent); }
.under { margin: 0 0 0.75rem 2.15rem; padding-left: 1rem; border-left: 0.2rem solid var(--line); }
/* What belongs to a choice appears with it; browsers that cannot do this show it all the time. */
.choice:has(input:not(:checked)) + .under { display: none; }
.field { margin: 0 0 1rem; }
.field label { display: block; font-weight: 600; margin-bottom: 0.25rem; }
.hint { display: block; color: var(--quiet); font-weight: 400; font-size: 0.95rem; }
.field-error { display: block; color: var(--bad); font-weight: 700; margin: 0.25rem 0; }
input[type='email'], select, textarea {
  width: 100%; max-width: 32rem; font: inherit; color: inherit; background: var(--card);
  border: 1px solid var(--quiet); border-radius: 0.35rem; padding: 0.55rem 0.65rem; min-height: 2.75rem;
}
textarea { min-height: 6rem; resize: vertical; }
[aria-invalid='true'] { border: 2px solid var(--bad); }
button {
  font: inherit; font-weight: 700; color: var(--on-accent); background: var(--accent); border: 2px solid transparent;
  border-radius: 0.4rem; padding: 0.6rem 1.25rem; min-height: 2.75rem; cursor: pointer;
}
button:hover { background: var(--accent-strong); }
.plain-button { color: var(--link); background: transparent; border-color: var(--link); }
.plain-button:hover { color: var(--on-accent); background: var(--accent); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
details { border-top: 1px solid var(--line); padding: 0.75rem 0; }
summary { cursor: pointer; }
h4 { font-size: 1rem; margin: 1.25rem 0 0.25rem; }
details[open] summary { margin-bottom: 0.75rem; }
.table { overflow-x: auto; margin: 0 0 1rem; }
table { border-collapse: collapse; width: 100%; overflow-wrap: normal; }
th, td { text-align: left; vertical-align: top; padding: 0.45rem 0.75rem 0.45rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; }
td { min-width: 5rem; }
@media print { form, .skip { display: none; } body { background: none; } }
`.trim();

/** Named for its content, so that a browser may keep it for good. */
export const styleName = `${createHash('sha256').update(style).digest('hex').slice(0, 16)}.css`;
