import { html } from 'hono/html';
import { minutesPerDay, minutesPerWeek, spanOf, type WeeklyWindow } from '../domain/schedule.ts';
import { windowsInWords } from '../domain/wording.ts';
import type { Html } from './render.ts';

/** Hours of a week that are drawn together, all in one zone. */
export interface WeekLayers {
  /** The technologist's free hours. */
  readonly mine?: readonly WeeklyWindow[];
  /** The site's training hours. */
  readonly theirs?: readonly WeeklyWindow[];
  /** The hours that would be used of both. */
  readonly plan?: readonly WeeklyWindow[];
}

interface WeekPictureParts {
  readonly layers: WeekLayers;
  /** What each layer is called for this reader: "Your free hours". */
  readonly names: Readonly<Partial<Record<keyof WeekLayers, string>>>;
  /** The zone in which the hours are: "Chicago time"; left out where it goes without saying. */
  readonly zone?: string;
}

// In units of the drawing. Text is set for a phone, where a unit is about a pixel.
const left = 30;
const hourWidth = 12;
const rowHeight = 18;
const top = 14;
const width = left + 24 * hourWidth + 4;
const height = top + 7 * rowHeight + 2;

const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Lanes within the row of a day: both sides' hours one above the other, the plan across both. */
const lanes: Readonly<Record<keyof WeekLayers, { readonly y: number; readonly height: number }>> = {
  mine: { y: 2, height: 6 },
  theirs: { y: 9, height: 6 },
  plan: { y: 5, height: 7 },
};

interface Bar {
  readonly day: number;
  readonly from: number;
  readonly to: number;
}

/** A window cut at midnight; the week wraps. Minutes of the day. */
const barsOf = (window: WeeklyWindow): readonly Bar[] => {
  const { from, to } = spanOf(window);
  const bars: Bar[] = [];
  for (let start = from; start < to;) {
    const midnight = (Math.floor(start / minutesPerDay) + 1) * minutesPerDay;
    const end = Math.min(to, midnight);
    const day = Math.floor((start % minutesPerWeek) / minutesPerDay);
    bars.push({ day, from: start % minutesPerDay, to: end === midnight ? minutesPerDay : end % minutesPerDay });
    start = end;
  }
  return bars;
};

const xOf = (minute: number): number => left + (minute / 60) * hourWidth;

const layerBars = (layer: keyof WeekLayers, windows: readonly WeeklyWindow[]): readonly Html[] => {
  const lane = lanes[layer];
  return windows
    .flatMap(barsOf)
    .map(
      ({ day, from, to }) =>
        html`<rect
          class="${layer}"
          x="${xOf(from)}"
          y="${top + day * rowHeight + lane.y}"
          width="${xOf(to) - xOf(from)}"
          height="${lane.height}"
          rx="2"
        />`,
    );
};

const order = ['mine', 'theirs', 'plan'] as const;

/** The week as a picture of both sides' hours and the plan; the same in words for who does not see it. */
export const weekPicture = ({ layers, names, zone }: WeekPictureParts): Html => {
  const shown = order.flatMap((layer) => {
    const windows = layers[layer];
    return windows === undefined ? [] : [{ layer, windows, name: names[layer] ?? layer }];
  });
  const words = shown.map(
    ({ name, windows }) => `${name}: ${windows.length === 0 ? 'none' : windowsInWords(windows)}.`,
  );
  return html`<figure class="week-picture">
    <svg viewBox="0 0 ${width} ${height}" role="img" aria-label="The hours of the week. ${words.join(' ')}">
      ${[0, 4, 8, 12, 16, 20].map(
        (hour) =>
          html`<text x="${xOf(hour * 60)}" y="10">
            ${hour === 0 ? '12 AM' : hour === 12 ? 'noon' : hour < 12 ? `${hour} AM` : `${hour - 12} PM`}
          </text>`,
      )}
      ${dayNames.map(
        (name, day) =>
          html`<text x="0" y="${top + day * rowHeight + 12}">${name}</text>
            <rect
              class="day"
              x="${left}"
              y="${top + day * rowHeight}"
              width="${24 * hourWidth}"
              height="${rowHeight - 2}"
              rx="2"
            />`,
      )}
      ${[4, 8, 12, 16, 20].map(
        (hour) =>
          html`<line class="hour" x1="${xOf(hour * 60)}" x2="${xOf(hour * 60)}" y1="${top}" y2="${height - 2}" />`,
      )}
      ${shown.map(({ layer, windows }) => layerBars(layer, windows))}
    </svg>
    <figcaption>
      <ul class="legend">
        ${shown.map(({ layer, name }) => html`<li class="${layer}">${name}</li>`)}
      </ul>
      ${zone === undefined ? '' : html`<p class="small quiet">Hours in ${zone}.</p>`}
    </figcaption>
  </figure>`;
};
