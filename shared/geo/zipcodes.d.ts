/** The npm package "zipcodes" has no types of its own; this is the part that the generator reads. */
declare module 'zipcodes' {
  export const codes: Readonly<
    Record<string, { zip: string; latitude: number; longitude: number; city: string; state: string; country: string }>
  >;
}
