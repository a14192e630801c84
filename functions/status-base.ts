/** Where the pages of a request are: the token came with the address and stays in it. */
export const statusBaseOf = ({ token = '' }: Readonly<Record<string, string | undefined>>): `/${string}` =>
  `/status/${encodeURIComponent(token)}`;

/** Where the pages are on which it is changed. */
export const editBaseOf = (params: Readonly<Record<string, string | undefined>>): `/${string}` =>
  `${statusBaseOf(params)}/edit`;
