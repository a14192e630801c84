import { html } from 'hono/html';
import { layout } from '../../shared/html/layout.ts';
import type { Html } from '../../shared/html/render.ts';
import { problemKinds } from '../../shared/http/problems.ts';
import type { ApiDocument, Operation } from './document.ts';
import { schemaView, sentence, typeWords } from './schema-view.ts';

interface Place {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

const callers = ({ security }: Operation): Html => {
  const [scheme] = security;
  if (scheme === undefined) return html`Anyone.`;
  if (scheme['mailedLink'] !== undefined)
    return html`Whoever holds a mailed link for <code>${scheme['mailedLink'].join(', ')}</code>, by its token.`;
  return html`Signed in as ${scheme['signIn']?.join(' or ')}.`;
};

/** A text as an argument of a shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** A call that can be pasted into a terminal once `SITE` and `TOKEN` are set. */
const curl = ({ method, path, operation }: Place): string => {
  const body = operation.requestBody?.content['application/json']?.example;
  const parts = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}"$SITE${path}"`,
    ...(operation.security.length === 0 ? [] : ['-H "Authorization: Bearer $TOKEN"']),
    ...(method === 'POST' ? ['-H "Idempotency-Key: $(uuidgen)"'] : []),
    ...(body === undefined
      ? []
      : [`-H 'Content-Type: application/json'`, `-d ${quoted(JSON.stringify(body, null, 2))}`]),
  ];
  return parts.join(' \\\n  ');
};

/** An example can be shown where nothing has to be sent, or where there is an example of it. */
const hasExample = ({ requestBody, tags }: Operation): boolean =>
  !tags.includes('Pages') &&
  (requestBody === undefined || requestBody.content['application/json']?.example !== undefined);

const parametersOf = ({ parameters }: Operation): Html | '' =>
  parameters === undefined
    ? ''
    : html`<h4>Parameters</h4>
        <ul>
          ${parameters.map(
            (parameter) =>
              html`<li>
                <code>${parameter.name}</code> in the ${parameter.in}${parameter.required ? '' : ', optional'}:
                ${typeWords(parameter.schema)}. ${sentence(parameter.description ?? '')}
              </li>`,
          )}
        </ul>`;

const bodyOf = ({ requestBody }: Operation): Html | '' =>
  requestBody === undefined
    ? ''
    : html`<h4>What is sent</h4>
        ${Object.entries(requestBody.content).map(
          ([mediaType, { schema }]) =>
            html`<p class="quiet">As <code>${mediaType}</code></p>
              ${schemaView(schema)}`,
        )}`;

/** 303: a form was taken, and the browser goes on to the next page. */
const wentWell = (code: string): boolean => code.startsWith('2') || code === '303';

const answerOf = ({ responses }: Operation): Html => {
  const [status, answer] = Object.entries(responses).find(([code]) => wentWell(code)) ?? ['', {}];
  const refusals = Object.keys(responses).filter((code) => !wentWell(code));
  return html`<h4>What comes back</h4>
    ${Object.entries(answer.content ?? {}).map(
      ([mediaType, { schema }]) =>
        html`<p class="quiet">${status}, as <code>${mediaType}</code></p>
          ${mediaType === 'application/json' ? schemaView(schema) : ''}`,
    )}
    <p>Or a <a href="#problems">problem</a> with status ${refusals.join(', ')}.</p>`;
};

const operationView = (place: Place): Html =>
  html`<details>
    <summary>
      <code><strong>${place.method}</strong> ${place.path}</code><br />${sentence(place.operation.summary)}
    </summary>
    <div id="${place.operation.operationId}">
      <p>Who may call it: ${callers(place.operation)}</p>
      ${parametersOf(place.operation)} ${bodyOf(place.operation)} ${answerOf(place.operation)}
      ${
        hasExample(place.operation)
          ? html`<h4>For example</h4>
              <pre tabindex="0"><code>${curl(place)}</code></pre>`
          : ''
      }
    </div>
  </details>`;

const placesOf = ({ paths }: ApiDocument): readonly Place[] =>
  Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );

const problems = (): Html =>
  html`<h2 id="problems">Problems</h2>
    <p>
      Every “no” is an <code>application/problem+json</code> document with a <code>code</code>. Fields at fault are in
      <code>errors</code>, each with a sentence.
    </p>
    <dl>
      ${Object.entries(problemKinds).map(
        ([code, { status, title, detail }]) =>
          html`<dt id="problem-${code}"><code>${code}</code> (${status}): ${title}</dt>
            <dd>${sentence(detail)}</dd>`,
      )}
    </dl>`;

/** The API as a page to read: operations by who they are for, what they are sent and answer, problems, schemas. */
export const apiPage = (document: ApiDocument): Html => {
  const places = placesOf(document);
  return layout({
    title: 'The API',
    main: html`<h1>The API of ${document.info.title}</h1>
      <p class="lead">${document.info.description}</p>
      <p>For programs: <a href="/api/openapi.json">openapi.json</a>, OpenAPI 3.1.</p>
      <nav aria-label="On this page">
        <ul>
          ${document.tags.map(({ name }) => html`<li><a href="#tag-${name}">${name}</a></li>`)}
          <li><a href="#problems">Problems</a></li>
          <li><a href="#schemas">Schemas</a></li>
        </ul>
      </nav>
      ${document.tags.map(
        ({ name, description }) =>
          html`<section aria-labelledby="tag-${name}">
            <h2 id="tag-${name}">${name}</h2>
            <p>${description}</p>
            ${places.filter(({ operation }) => operation.tags.includes(name)).map(operationView)}
          </section>`,
      )}
      ${problems()}
      <h2 id="schemas">Schemas</h2>
      ${Object.entries(document.components.schemas).map(
        ([name, schema]) =>
          html`<details>
            <summary><code>${name}</code></summary>
            <div id="schema-${name}">
              ${schema.description === undefined ? '' : html`<p>${sentence(schema.description)}</p>`}
              ${schemaView(schema)}
            </div>
          </details>`,
      )}`,
  });
};
