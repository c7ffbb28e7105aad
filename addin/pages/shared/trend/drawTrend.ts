import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { type TrendPart, trendParts } from '../../../../shared/progress/trend.ts';

/** Room of the axes, in pixels; what lies over the bars leaves the same. */
export const room = { top: 10, right: 4, bottom: 26, left: 44 } as const;

export interface Drawing {
  /** How much each part holds, bar by bar; parts from below upwards. */
  parts: readonly (readonly number[])[];
  /** What the axis says under a bar; empty: nothing. */
  labels: readonly string[];
  /** The upper end of the scale. */
  top: number;
  /** Where today is, counted in bars from the first one's middle; `null`: in none. */
  today: number | null;
  todayWord: string;
  width: number;
  height: number;
  colours: Record<TrendPart, string> & { ground: string; words: string; lines: string };
}

/** Draws stacked bars into an element; returns the way to take them away. */
export function drawTrend(place: HTMLElement, drawing: Drawing): () => void {
  const { parts, labels, top, today, todayWord, width, height, colours } = drawing;
  const font = `12px ${getComputedStyle(place).fontFamily}`;
  const bars = labels.map((_, at) => at);
  let sums = bars.map(() => 0);
  const stacked = trendParts.map((part, from) => {
    sums = sums.map((sum, at) => sum + parts[from]![at]!);
    return { part, sums: sums.map((sum) => (sum === 0 ? null : sum)) };
  });
  // The whole is drawn first, and over it what is less of it.
  stacked.reverse();
  const said = bars.filter((at) => labels[at] !== '');
  const axis: uPlot.Axis = { stroke: colours.words, font, grid: { stroke: colours.lines, width: 1 } };
  const chart = new uPlot(
    {
      width,
      height,
      padding: [room.top, room.right, 0, 0],
      legend: { show: false },
      cursor: { show: false },
      scales: { x: { time: false, range: [-0.5, labels.length - 0.5] }, y: { range: [0, top] } },
      axes: [
        {
          ...axis,
          size: room.bottom,
          gap: 4,
          splits: () => said,
          values: () => said.map((at) => labels[at]!),
          grid: { show: false },
          ticks: { stroke: colours.lines, size: 3 },
        },
        {
          ...axis,
          size: room.left,
          gap: 4,
          incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000],
          ticks: { show: false },
        },
      ],
      series: [
        {},
        ...stacked.map(({ part }) => ({
          fill: colours[part],
          stroke: colours.ground,
          width: 1,
          points: { show: false },
          paths: uPlot.paths.bars!({ size: [0.86, 72] }),
        })),
      ],
      hooks: {
        draw: [
          ({ ctx, bbox, valToPos }) => {
            if (today === null) return;
            const x = Math.round(valToPos(today, 'x', true));
            ctx.save();
            ctx.strokeStyle = ctx.fillStyle = colours.words;
            ctx.setLineDash([4 * devicePixelRatio, 3 * devicePixelRatio]);
            ctx.beginPath();
            ctx.moveTo(x, bbox.top);
            ctx.lineTo(x, bbox.top + bbox.height);
            ctx.stroke();
            ctx.font = `${12 * devicePixelRatio}px ${getComputedStyle(place).fontFamily}`;
            ctx.textAlign = 'left';
            ctx.textBaseline = 'top';
            ctx.fillText(todayWord, x + 4 * devicePixelRatio, bbox.top);
            ctx.restore();
          },
        ],
      },
    },
    [bars, ...stacked.map((each) => each.sums)] as uPlot.AlignedData,
    place,
  );
  return () => chart.destroy();
}
