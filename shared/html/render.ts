import { html } from 'hono/html';

/** A piece of a page. What is put into one is escaped, unless it is a piece itself. */
export type Html = ReturnType<typeof html>;

export const renderPage = async (page: Html): Promise<string> => (await page).toString();
