import * as pages from '../../shared/contracts/record-pages.ts';
import { emptyForm } from '../../shared/html/fields.ts';
import { personOfCoordinators } from '../../shared/html/coordinator/people/person-page.ts';
import { personSearchPage } from '../../shared/html/coordinator/people/search-page.ts';
import type { Binding } from '../../shared/http/binding.ts';
import { checkForm } from '../../shared/http/form.ts';
import { valueOf } from '../../shared/http/problems.ts';
import type { SessionPages } from '../../shared/http/session-pages.ts';
import type { Log } from '../../shared/observability/log.ts';
import { erasePerson } from '../../shared/usecases/erase-person.ts';
import { exportPerson } from '../../shared/usecases/export-person.ts';
import type { Ports } from '../../shared/usecases/ports.ts';

/** Finding a person by their address; what is held of them, handed out or erased. */
export const pagesOfPeople = (
  { page }: SessionPages,
  ports: Pick<Ports, 'store' | 'clock' | 'personKeys'>,
  log: Log,
): readonly Binding[] => {
  const heldOf = async (personKey: string) => valueOf(await exportPerson(ports)({ personKey }));
  return [
    page(pages.peoplePage, async ({ frame }) => ({ html: personSearchPage(frame, emptyForm) })),

    page(pages.personSearchForm, async ({ form, frame }) => {
      const words = { email: { label: 'The address', missing: 'Please write the address.' } };
      const checked = checkForm(pages.personSearchForm.body, form, words);
      if (!checked.ok) return { status: 422, html: personSearchPage(frame, checked.state) };
      return { to: `/coordinator/people/${await ports.personKeys.of(checked.value.email)}` };
    }),

    page(pages.personPage, async ({ params: { personKey }, query: { done }, frame }) => ({
      html: personOfCoordinators(frame, { personKey, held: await heldOf(personKey), done, state: emptyForm }),
    })),

    page(pages.personExport, async ({ params: { personKey } }) => ({
      statusCode: 200,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': 'attachment; filename="held.json"',
      },
      body: JSON.stringify(await heldOf(personKey), null, 2),
    })),

    page(pages.personForm, async ({ params: { personKey }, form, frame, call }) => {
      if (form['sure'] !== 'yes') {
        const errors = { sure: 'Please tick the box first, so that nothing is erased by mistake.' };
        const held = await heldOf(personKey);
        return { status: 422, html: personOfCoordinators(frame, { personKey, held, state: { values: {}, errors } }) };
      }
      const { requests } = valueOf(await erasePerson(ports)({ personKey }, call));
      // What a restore brings back is erased again by these lines (docs/runbook.md).
      for (const erased of requests) log.info('erased', { erased });
      return { to: `/coordinator/people/${personKey}?done=erased` };
    }),
  ];
};
