import { lazy, Suspense } from 'react';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { componentWords } from '../../words/components.ts';
import { formatDate } from '../../words/format.ts';
import { quantity } from '../../words/units.ts';
import { ChartFrame } from '../ChartFrame/ChartFrame.tsx';
import type { LineTrendProps } from './trend.ts';
import './LineTrend.css';

const TrendDrawing = lazy(async () => ({ default: (await import('./TrendDrawing.tsx')).TrendDrawing }));

/** A value over dates, drawn when its drawing code has come; said in words and given as a table in any case. */
export function LineTrend(props: LineTrendProps) {
  const { title, points, unit, limit, level = 3 } = props;
  const say = useWords(componentWords);
  const { language } = useSettings().settings;
  const shown = (value: string | null) => (value === null ? '–' : quantity(value, unit, language));
  const first = points[0];
  const last = points.at(-1);
  const summary =
    first === undefined || last === undefined
      ? ''
      : `${say.trendFromTo(formatDate(first.on, language), formatDate(last.on, language))}：${shown(first.value)} → ${shown(last.value)}${limit === undefined ? '' : `；${limit} ${shown(first.limit ?? null)} → ${shown(last.limit ?? null)}`}`;
  const table = {
    columns: [{ label: say.date }, { label: say.value, number: true }, ...(limit === undefined ? [] : [{ label: limit, number: true }])],
    rows: points.map((point) => [formatDate(point.on, language), shown(point.value), ...(limit === undefined ? [] : [shown(point.limit ?? null)])]),
  };
  return (
    <ChartFrame title={title} summary={summary} table={table} level={level}>
      <div className="line-trend" role="img" aria-label={`${title} ${summary}`}>
        <Suspense fallback={<div aria-busy="true" />}>
          <TrendDrawing {...props} />
        </Suspense>
      </div>
    </ChartFrame>
  );
}
