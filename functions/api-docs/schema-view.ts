import { html } from 'hono/html';
import type { Html } from '../../shared/html/render.ts';
import type { Schema } from './document.ts';

const named = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);

/** A sentence of the contracts: what stands between backticks is code. */
export const sentence = (text: string): Html =>
  html`${text.split('`').map((part, index) => (index % 2 === 0 ? part : html`<code>${part}</code>`))}`;

const code = (value: unknown): Html => html`<code>${JSON.stringify(value)}</code>`;

const joined = (parts: readonly (Html | string)[], between: string): Html =>
  html`${parts.map((part, index) => (index === 0 ? part : html`${between}${part}`))}`;

/** `1 to 99`, `at most 160`; empty where nothing is limited. */
const range = (least: number | undefined, most: number | undefined): string => {
  if (least !== undefined && most !== undefined) return `${least} to ${most}`;
  if (most !== undefined) return `at most ${most}`;
  return least === undefined ? '' : `at least ${least}`;
};

const basicWords = (schema: Schema): string => {
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? ['anything']);
  const words = types.map((type) => {
    switch (type) {
      case 'string': {
        const length = range(schema.minLength, schema.maxLength);
        if (schema.format !== undefined) return schema.format;
        return length === '' ? 'text' : `text, ${length} characters`;
      }
      case 'integer':
      case 'number': {
        const limits = range(schema.minimum, schema.maximum);
        return [type === 'integer' ? 'whole number' : 'number', limits].filter((part) => part !== '').join(', ');
      }
      case 'boolean':
        return 'true or false';
      default:
        return type;
    }
  });
  return words.join(' or ');
};

/** What may stand in a place, in a few words; named schemas are links. */
export const typeWords = (schema: Schema): Html => {
  if (schema.$ref !== undefined) {
    const name = named(schema.$ref);
    return html`<a href="#schema-${name}">${name}</a>`;
  }
  if (schema.const !== undefined) return code(schema.const);
  if (schema.enum !== undefined) return joined(schema.enum.map(code), ' · ');
  const forms = schema.anyOf ?? schema.oneOf;
  if (forms !== undefined) return joined(forms.map(typeWords), ' or ');
  if (schema.items !== undefined) {
    const size = range(schema.minItems, schema.maxItems);
    return html`list of
    ${schema.items.properties === undefined ? typeWords(schema.items) : 'objects'}${
      size === '' ? '' : `, ${size} entries`
    }`;
  }
  if (typeof schema.additionalProperties === 'object') return html`name → ${typeWords(schema.additionalProperties)}`;
  return schema.properties === undefined ? html`${basicWords(schema)}` : html`object`;
};

interface Row {
  readonly path: string;
  readonly schema: Schema;
  readonly required: boolean;
}

/** Every field of an object, with those of objects that are written out inside it. */
const rowsOf = (schema: Schema, prefix = ''): readonly Row[] => {
  const rows: Row[] = [];
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const path = `${prefix}${name}`;
    const inner = property.items ?? property.anyOf?.find((form) => form.properties !== undefined) ?? property;
    rows.push({ path, schema: property, required: schema.required?.includes(name) ?? false });
    rows.push(...rowsOf(inner, property.items === undefined ? `${path}.` : `${path}[].`));
  }
  return rows;
};

const fieldTable = (rows: readonly Row[]): Html =>
  html`<div class="table" role="region" aria-label="Fields" tabindex="0">
    <table>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Type</th>
          <th scope="col">Meaning</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ path, schema, required }) =>
            html`<tr>
              <td><code>${path}</code>${required ? '' : html` <span class="quiet">optional</span>`}</td>
              <td>${typeWords(schema)}</td>
              <td>
                ${sentence(schema.description ?? '')}${
                  schema.default === undefined ? '' : html` Without it: ${code(schema.default)}.`
                }
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

/** The constant that tells one form of a union from the others, such as `answer` is `"yes"`. */
const markOf = (form: Schema): Html | string => {
  const mark = Object.entries(form.properties ?? {}).find(([, property]) => property.const !== undefined);
  return mark === undefined ? 'One form' : html`<code>${mark[0]}</code> is ${code(mark[1].const)}`;
};

/** A schema written out: the fields of an object or of each form of a union, or else its type in words. */
export const schemaView = (schema: Schema): Html => {
  if (schema.oneOf !== undefined)
    return html`${schema.oneOf.map(
      (form) =>
        html`<p><strong>${markOf(form)}</strong></p>
          ${schemaView(form)}`,
    )}`;
  return schema.properties === undefined ? html`<p>${typeWords(schema)}</p>` : fieldTable(rowsOf(schema));
};
