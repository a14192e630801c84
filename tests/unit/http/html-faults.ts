/** Values of an attribute, in the order of the page. */
const valuesOf = (page: string, attribute: string): string[] =>
  [...page.matchAll(new RegExp(String.raw`\s${attribute}="([^"]*)"`, 'g'))].map(([, value = '']) => value);

const controls = (page: string): string[] =>
  [...page.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)]
    .map(([control]) => control)
    .filter((control) => !control.includes('type="hidden"'));

const count = (page: string, pattern: RegExp): number => [...page.matchAll(pattern)].length;

/** What is wrong with a page for who reads it by ear, by keyboard or without scripts, and under our content policy. */
export const htmlFaults = (page: string): string[] => {
  const faults: string[] = [];
  const ids = valuesOf(page, 'id');
  const labels = new Set(valuesOf(page, 'for'));
  if (!page.startsWith('<!doctype html>')) faults.push('no doctype');
  if (!page.includes('<html lang="en-US">')) faults.push('no language');
  if (!/<title>[^<]{5,}<\/title>/.test(page)) faults.push('no title');
  if (!page.includes('name="viewport"')) faults.push('does not fit a phone');
  if (count(page, /<h1[\s>]/g) !== 1) faults.push('not one heading of the first rank');
  if (count(page, /<main[\s>]/g) !== 1) faults.push('not one main part');
  for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) faults.push(`id ${id} twice`);
  for (const control of controls(page)) {
    const [id = ''] = valuesOf(control, 'id');
    if (!labels.has(id) && valuesOf(control, 'aria-label').length === 0) faults.push(`no label for ${control}`);
  }
  for (const attribute of ['aria-describedby', 'aria-labelledby'])
    for (const id of valuesOf(page, attribute).flatMap((all) => all.split(' ')))
      if (!ids.includes(id)) faults.push(`${attribute} leads nowhere: ${id}`);
  for (const href of valuesOf(page, 'href'))
    if (href.startsWith('#') && !ids.includes(href.slice(1))) faults.push(`link leads nowhere: ${href}`);
  const withoutOwnScripts = page.replaceAll(/<script type="module" src="\/assets\/[\w.-]+"><\/script>/g, '');
  if (/<script|<style|\sstyle=|\son\w+=|javascript:/i.test(withoutOwnScripts))
    faults.push('something the content policy forbids');
  // Only what looks for something may stand in an address.
  const sending = count(page, /<form(?![^>]*role="search")/g);
  if (sending !== count(page, /<form[^>]*method="post"/g)) faults.push('a form that is not a POST');
  return faults;
};

/** Choices that were made for the reader. */
export const choicesMade = (page: string): string[] =>
  [...page.matchAll(/<[^>]*\s(?:checked|selected)\b[^>]*>/g)].map(([tag]) => tag);
