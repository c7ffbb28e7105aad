import { useEffect, useRef, useState } from 'preact/hooks';
import { partOf, trendParts, type TrendPart } from '../../../../shared/progress/trend.ts';
import type { ProgressTrend } from '../../../../shared/wire/progressTrend.ts';
import { useText } from '../../../controls/useText.ts';
import type { Drawing } from './drawTrend.ts';
import { axisLabels, partAt, spanSentence, todayAt, topOf } from './chartWords.ts';
import { moveWithin } from './roving.ts';
import { type Shade, partColours } from './trendColours.ts';
import { trendText } from './text.ts';
import { useDark } from './useDark.ts';

const heights = { screen: 300, print: 300 } as const;
const printWidth = 960;

interface TrendChartProps {
  answer: ProgressTrend;
  /** What is called by the chart's name for those who do not see it. */
  label: string;
  describedBy: string;
  onOpen: (part: TrendPart | 'expected', span: string) => void;
}

/** What has become of what fell due, a bar for each span. Over each bar stands a button: by mouse and keyboard a way to it. */
export function TrendChart({ answer, label, describedBy, onOpen }: TrendChartProps) {
  const { text, language } = useText(trendText);
  const { spans, today } = answer;
  const [width, setWidth] = useState(0);
  const [pointed, setPointed] = useState<string | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const dark = useDark();
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => setWidth(Math.round(entry!.contentRect.width)));
    watch.observe(frame.current!);
    return () => watch.disconnect();
  }, []);
  const top = topOf(spans);
  const drawing: Omit<Drawing, 'width' | 'height' | 'colours'> = {
    parts: trendParts.map((part) => spans.map((span) => partOf(span, part))),
    labels: axisLabels(answer, language),
    top,
    today: todayAt(answer),
    todayWord: text.today,
  };
  const past = spans.findLast(({ from }) => from < today)?.id ?? spans[0]?.id;
  const reachable = spans.some(({ id }) => id === pointed) ? pointed : past;
  const shown = spans.find(({ id }) => id === pointed);
  return (
    <div class="trend-chart">
      <div class="trend-scroll">
        <div ref={frame} class="trend-frame">
          {width > 0 && (
            <Bars class="on-screen" drawing={{ ...drawing, width, height: heights.screen }} dark={dark} />
          )}
          <Bars
            class="on-paper"
            drawing={{ ...drawing, width: printWidth, height: heights.print }}
            dark={false}
          />
          <div
            class="trend-bars no-print"
            role="group"
            aria-label={label}
            aria-describedby={describedBy}
            onKeyDown={moveWithin}
          >
            {spans.map((span, at) => (
              <button
                key={span.id}
                type="button"
                data-at={`0,${at}`}
                tabIndex={span.id === reachable ? 0 : -1}
                aria-label={spanSentence(span, language)}
                disabled={span.expected === 0}
                onFocus={() => setPointed(span.id)}
                onPointerEnter={() => setPointed(span.id)}
                onClick={(event) => {
                  const box = event.currentTarget.getBoundingClientRect();
                  // By keyboard it has no place: then all of it is meant.
                  const height = event.detail === 0 ? -1 : (1 - (event.clientY - box.top) / box.height) * top;
                  onOpen(partAt(span, height), span.id);
                }}
              />
            ))}
          </div>
        </div>
      </div>
      <p class="trend-pointed quiet no-print" aria-hidden="true">
        {shown ? spanSentence(shown, language) : text.pressBar}
      </p>
    </div>
  );
}

interface BarsProps {
  class: string;
  drawing: Omit<Drawing, 'colours'>;
  dark: boolean;
}

/** The drawn bars; what draws them is loaded when the first are. */
function Bars({ class: name, drawing, dark }: BarsProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let clear: (() => void) | null = null;
    let gone = false;
    const of = (shade: Shade): string => (dark ? shade.dark : shade.light);
    const colours = {
      ...(Object.fromEntries(trendParts.map((part) => [part, of(partColours[part])])) as Record<
        TrendPart,
        string
      >),
      ground: of({ light: '#ffffff', dark: '#292929' }),
      words: of({ light: '#424242', dark: '#d6d6d6' }),
      lines: of({ light: '#e0e0e0', dark: '#4d4d4d' }),
    };
    void import('./drawTrend.ts').then(({ drawTrend }) => {
      if (!gone && place.current) clear = drawTrend(place.current, { ...drawing, colours });
    });
    return () => {
      gone = true;
      clear?.();
    };
  }, [JSON.stringify(drawing), dark]);
  return <div ref={place} class={name} aria-hidden="true" />;
}
