/**
 * Spreadsheets run a cell that begins with one of these as a formula, the full-width ones too. Some of them also break
 * cells at a semicolon or a tab, so what follows one of those inside a text can begin a cell as well.
 */
const unguarded = /(?<begins>^|[;,\t\r\n|])(?<between>\s*'*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g;
const guarded = /(?<begins>^|[;,\t\r\n|])(?<between>\s*'*)'(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g;

/** A text that no spreadsheet takes for a formula: an apostrophe stands before what could begin one. */
export const guardCell = (text: string): string => text.replaceAll(unguarded, "$<begins>$<between>'");

/** The text that was guarded. */
export const unguardCell = (cell: string): string => cell.replaceAll(guarded, '$<begins>$<between>');
