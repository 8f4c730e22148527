import { LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import type { EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useSettings } from '../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../words/format.ts';
import type { LineTrendProps, TrendPoint } from './trend.ts';

register([LineChart, GridComponent, MarkLineComponent, SVGRenderer]);

/** Loaded only when a line is drawn: echarts, as SVG, in the page's own colours and type. */
export function TrendDrawing({ points, target, limit }: LineTrendProps) {
  const box = useRef<HTMLDivElement>(null);
  const { settings } = useSettings();
  useEffect(() => {
    if (box.current === null) return undefined;
    const chart = init(box.current, null, { renderer: 'svg' });
    chart.setOption(drawing(points, target, limit));
    const resized = new ResizeObserver(() => chart.resize());
    resized.observe(box.current);
    return () => {
      resized.disconnect();
      chart.dispose();
    };
  }, [points, target, limit, settings.mode, settings.size, settings.contrast]);
  return <div className="line-trend-drawing" ref={box} aria-hidden="true" />;
}

function drawing(points: readonly TrendPoint[], target: LineTrendProps['target'], limit: string | undefined): EChartsCoreOption {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const fontSize = parseFloat(style.fontSize) * 0.8;
  const text = { color: colour('--ink-2'), fontSize, fontFamily: colour('--sans') };
  const numbers = points.map((point) => (point.value === null ? null : Number(point.value)));
  return {
    animation: false,
    // Room on the right for the direct labels of the last value and of the target.
    grid: { left: fontSize, right: fontSize * 5.5, top: fontSize * 1.4, bottom: 4, containLabel: true },
    xAxis: { type: 'category', boundaryGap: false, data: points.map((p) => p.on.slice(0, 7)), axisLabel: text, axisTick: { show: false }, axisLine: { lineStyle: { color: colour('--line-strong') } } },
    yAxis: { type: 'value', min: 0, axisLabel: text, splitNumber: 3, splitLine: { lineStyle: { color: colour('--line') } } },
    series: [
      ...band(points, colour('--track')),
      ...(limit === undefined ? [] : [limitLine(points, limit, { ...text, color: colour('--ink') })]),
      {
        type: 'line',
        data: numbers,
        symbol: 'circle',
        symbolSize: 7,
        lineStyle: { color: colour('--accent'), width: 2 },
        itemStyle: { color: colour('--accent') },
        endLabel: { show: true, formatter: () => groupDigits(points.at(-1)?.value ?? ''), ...text, color: colour('--accent'), offset: [0, apart(points.at(-1)?.value, target?.value ?? points.at(-1)?.limit ?? undefined, fontSize)] },
        ...(target !== undefined && {
          markLine: {
            symbol: 'none',
            silent: true,
            data: [{ yAxis: Number(target.value) }],
            lineStyle: { color: colour('--ink'), type: 'solid', width: 1.5 },
            label: { formatter: target.label, position: 'end', ...text, color: colour('--ink') },
          },
        }),
      },
    ],
  };
}

/** What each day allows: steps, told apart from the value by its dashes. */
function limitLine(points: readonly TrendPoint[], label: string, text: { readonly color: string }): object {
  return {
    type: 'line', step: 'middle', symbol: 'none', silent: true,
    data: points.map(({ limit }) => (limit == null ? null : Number(limit))),
    lineStyle: { color: text.color, width: 1.5, type: 'dashed' },
    endLabel: { show: true, formatter: () => `${label} ${groupDigits(points.at(-1)?.limit ?? '')}`, ...text },
  };
}

/** The last value's label stands off the target's, on the side where the value is. */
function apart(value: string | null | undefined, target: string | undefined, fontSize: number): number {
  if (value == null || target === undefined) return 0;
  return Number(value) >= Number(target) ? -1.4 * fontSize : 1.4 * fontSize;
}

/** The range of a forecast: an unseen line at its lower end, with the breadth stacked upon it. */
function band(points: readonly TrendPoint[], fill: string): object[] {
  if (points.every((point) => point.band === undefined)) return [];
  const quiet = { type: 'line', stack: 'band', symbol: 'none', silent: true, lineStyle: { opacity: 0 } };
  return [
    { ...quiet, data: points.map((p) => (p.band === undefined ? null : Number(p.band[0]))) },
    { ...quiet, data: points.map((p) => (p.band === undefined ? null : Number(p.band[1]) - Number(p.band[0]))), areaStyle: { color: fill, opacity: 1 } },
  ];
}
