import type { ShownVerdict } from '../../provenance/answers.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { campusesWords } from '../../words/campuses.ts';
import { formatDate, trimZeros } from '../../words/format.ts';
import { quantity } from '../../words/units.ts';
import { StatusMark } from '../../components/Status/Status.tsx';
import { verdictWords } from '../../words/verdict.ts';

const WIDTH = 96;
const HEIGHT = 28;
const EDGE = 4;

/** What the standard answered in the snapshots, as a small line with its last value; its words are read out, and the panel lists them. */
export function Trend({ verdict }: { verdict: ShownVerdict }) {
  const say = useWords(campusesWords);
  const outcomes = useWords(verdictWords);
  const { language } = useSettings().settings;
  const { trend, label, measured } = verdict;
  const [first, last] = [trend[0], trend.at(-1)];
  if (first === undefined || last === undefined) return null;
  const value = (text: string | null) => (text === null ? say.noFigure : quantity(trimZeros(text), measured.unit === 'ratio' ? 'ratio' : 'count', language));
  const words = trend.map((point) => `${formatDate(point.on, language)} ${value(point.value)} ${outcomes[point.outcome]}`).join(language === 'zh' ? '；' : '; ');
  return (
    <>
      <span className="hidden-text">
        {say.trendOf(label[language], formatDate(first.on, language), formatDate(last.on, language))} {words}
      </span>
      <span className="trend" aria-hidden="true" title={words}>
        <TrendLine verdict={verdict} />
        <span className="trend-points">
          {trend.slice(-4).map((point) => (
            <StatusMark key={point.snapshot_id} outcome={point.outcome} />
          ))}
        </span>
      </span>
    </>
  );
}

function TrendLine({ verdict: { trend, required } }: { verdict: ShownVerdict }) {
  const values = trend.map((point) => (point.value === null ? null : Number(point.value)));
  const known = values.filter((v) => v !== null);
  if (known.length < 2) return null;
  const target = required.value === null ? null : Number(required.value);
  const top = Math.max(...known, target ?? 0) * 1.1 || 1;
  const x = (at: number) => EDGE + (at / (values.length - 1)) * (WIDTH - 2 * EDGE);
  const y = (v: number) => HEIGHT - EDGE - (v / top) * (HEIGHT - 2 * EDGE);
  const points = values.flatMap((v, at) => (v === null ? [] : [`${x(at)},${y(v)}`]));
  return (
    <svg className="trend-line" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} focusable="false">
      {target !== null && <path d={`M0 ${y(target)}H${WIDTH}`} className="trend-target" />}
      <polyline points={points.join(' ')} className="trend-value" />
      {points.length > 0 && <circle cx={points.at(-1)?.split(',')[0]} cy={points.at(-1)?.split(',')[1]} r="2.5" className="trend-last" />}
    </svg>
  );
}
