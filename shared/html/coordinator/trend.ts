import { html } from 'hono/html';
import { digits, onDate } from '../../domain/wording.ts';
import type { TrendStanding, TrendWeek } from '../../usecases/trend.ts';
import { card, dataTable } from '../parts.ts';
import type { Html } from '../render.ts';

/** From the bottom of a bar to its top. */
const standings: Readonly<Record<TrendStanding, string>> = {
  placed: 'Placed by now',
  underWay: 'Approved, with a site',
  waiting: 'Waiting',
  ended: 'Withdrawn or rejected',
};
const order = ['placed', 'underWay', 'waiting', 'ended'] as const satisfies readonly TrendStanding[];

// In units of the drawing.
const left = 26;
const top = 8;
const barWidth = 20;
const step = 26;
const high = 90;
/** Room for the half of the last date that stands beyond its bar. */
const right = 8;

const totalOf = (week: TrendWeek): number => order.reduce((sum, standing) => sum + week[standing], 0);

/** `Nov 8` */
const shortDate = ({ from }: TrendWeek): string => onDate(from.slice(0, 10)).replace(/^(\w{3})\w* (\d+),.*$/, '$1 $2');

const bar = (week: TrendWeek, place: number, tallest: number): readonly Html[] => {
  let y = top + high;
  return order.flatMap((standing) => {
    if (week[standing] === 0) return [];
    const height = (week[standing] / tallest) * high;
    y -= height;
    return [
      html`<rect
        class="${standing}"
        x="${left + place * step}"
        y="${digits(y, 1)}"
        width="${barWidth}"
        height="${digits(height, 1)}"
      />`,
    ];
  });
};

const inWords = (weeks: readonly TrendWeek[]): string => {
  const sum = (of: TrendStanding): number => weeks.reduce((total, week) => total + week[of], 0);
  const all = weeks.reduce((total, week) => total + totalOf(week), 0);
  return `${digits(all, 0)} ${all === 1 ? 'request' : 'requests'} came in within ${weeks.length} ${weeks.length === 1 ? 'week' : 'weeks'}: ${digits(sum('placed'), 0)} placed by now, ${digits(sum('underWay'), 0)} approved, ${digits(sum('waiting'), 0)} waiting, ${digits(sum('ended'), 0)} withdrawn or rejected.`;
};

const picture = (weeks: readonly TrendWeek[]): Html => {
  const tallest = Math.max(1, ...weeks.map(totalOf));
  const width = left + weeks.length * step;
  return html`<figure class="trend">
    <svg viewBox="0 0 ${width + right} ${top + high + 18}" role="img" aria-label="${inWords(weeks)}">
      <line x1="${left - 4}" x2="${width}" y1="${top + high}" y2="${top + high}" />
      <text class="scale" x="${left - 8}" y="${top + 7}">${digits(tallest, 0)}</text>
      <text class="scale" x="${left - 8}" y="${top + high}">0</text>
      ${weeks.map((week, place) => bar(week, place, tallest))}
      ${weeks.map((week, place) =>
        place % 3 !== 2
          ? ''
          : html`<text x="${left + place * step + barWidth / 2}" y="${top + high + 12}">${shortDate(week)}</text>`,
      )}
    </svg>
    <figcaption>
      <ul class="legend">
        ${order.map((standing) => html`<li class="${standing}">${standings[standing]}</li>`)}
      </ul>
    </figcaption>
  </figure>`;
};

/** Requests by the week in which they came in, and where they are now; nothing while none came. */
export const trendCard = (weeks: readonly TrendWeek[]): Html | '' =>
  weeks.every((week) => totalOf(week) === 0)
    ? ''
    : card({
        id: 'trend',
        title: 'Requests by week, and where they are now',
        body: html`<p>${inWords(weeks)}</p>
          ${picture(weeks)}
          <details>
            <summary>The same in numbers</summary>
            ${dataTable({
              caption: 'Requests by the seven days in which they came in',
              columns: [
                { head: 'From', cell: ({ from }) => onDate(from.slice(0, 10)) },
                ...order.map((standing) => ({
                  head: standings[standing],
                  cell: (week: TrendWeek) => digits(week[standing], 0),
                  isNumber: true,
                })),
              ],
              rows: weeks,
              as: 'dense',
            })}
          </details>`,
      });
