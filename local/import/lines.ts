import type { Readable } from 'node:stream';
import { LaptopProblem } from '../problem.ts';

export interface Line {
  /** Counts from 1, as an editor shows it. */
  readonly number: number;
  readonly text: string;
}

/** No line of a published list comes near this. */
const longestLine = 1_000_000;

const utf8 = new TextDecoder('utf-8', { fatal: true });
// Older exports of spreadsheets are in Windows-1252, in which every byte has a meaning.
const windows1252 = new TextDecoder('windows-1252');

/** Bytes to text. A byte order mark is dropped; what is no UTF-8 is read as Windows-1252. */
const decode = (bytes: Buffer): string => {
  try {
    return utf8.decode(bytes);
  } catch {
    return windows1252.decode(bytes);
  }
};

/** The lines of a stream of bytes, without their ends (LF or CRLF). */
export async function* linesOf(stream: Readable): AsyncGenerator<Line> {
  let number = 0;
  let rest = Buffer.alloc(0);
  const line = (bytes: Buffer): Line => {
    number += 1;
    return { number, text: decode(bytes.at(-1) === 0x0d ? bytes.subarray(0, -1) : bytes) };
  };
  for await (const chunk of stream) {
    rest = Buffer.concat([rest, Buffer.from(chunk as Uint8Array)]);
    let start = 0;
    for (let end = rest.indexOf(0x0a); end !== -1; end = rest.indexOf(0x0a, start)) {
      yield line(rest.subarray(start, end));
      start = end + 1;
    }
    rest = rest.subarray(start);
    if (rest.length > longestLine)
      throw new LaptopProblem(`Line ${number + 1} is longer than a million bytes: this is not a list in CSV.`);
  }
  if (rest.length > 0) yield line(rest);
}
