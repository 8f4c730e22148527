import { lazy, Suspense } from 'react';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { componentWords } from '../../words/components.ts';
import { formatDate } from '../../words/format.ts';
import { quantity } from '../../words/units.ts';
import { ChartFrame } from '../ChartFrame/ChartFrame.tsx';
import './LineTrend.css';

export interface TrendPoint {
  readonly on: string;
  /** Exact decimal text; null where nothing was known. */
  readonly value: string | null;
  /** Lower and upper end of a forecast's range. */
  readonly band?: readonly [low: string, high: string];
}

export interface LineTrendProps {
  readonly title: string;
  readonly points: readonly TrendPoint[];
  readonly unit: string;
  /** A line across: the value required. */
  readonly target?: { readonly value: string; readonly label: string };
  readonly level?: 2 | 3;
}

const TrendDrawing = lazy(async () => ({ default: (await import('./TrendDrawing.tsx')).TrendDrawing }));

/** A value over dates, drawn when its drawing code has come; said in words and given as a table in any case. */
export function LineTrend(props: LineTrendProps) {
  const { title, points, unit, level = 3 } = props;
  const say = useWords(componentWords);
  const { language } = useSettings().settings;
  const shown = (value: string | null) => (value === null ? '–' : quantity(value, unit, language));
  const first = points[0];
  const last = points.at(-1);
  const summary =
    first === undefined || last === undefined
      ? ''
      : `${say.trendFromTo(formatDate(first.on, language), formatDate(last.on, language))}：${shown(first.value)} → ${shown(last.value)}`;
  const table = {
    columns: [{ label: say.date }, { label: say.value, number: true }],
    rows: points.map((point) => [formatDate(point.on, language), shown(point.value)]),
  };
  return (
    <ChartFrame title={title} summary={summary} table={table} level={level}>
      <div className="line-trend" role="img" aria-label={`${title} ${summary}`}>
        <Suspense fallback={null}>
          <TrendDrawing {...props} />
        </Suspense>
      </div>
    </ChartFrame>
  );
}
