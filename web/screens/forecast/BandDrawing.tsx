import type { BandsAnswer } from '../../provenance/answers.ts';

const [WIDTH, HEIGHT, LEFT, TOP, BOTTOM] = [600, 200, 60, 18, 28] as const;

type Years = BandsAnswer['region'];

/** Bands over years: nine in ten runs, half of them, and the middle. */
export function BandDrawing({ region, label }: { region: Years; label: string }) {
  const top = Math.max(1, ...region.map(({ higher }) => higher.p95));
  const x = (at: number) => LEFT + (WIDTH - LEFT - 12) * (region.length === 1 ? 0.5 : at / (region.length - 1));
  const y = (heads: number) => TOP + (HEIGHT - BOTTOM - TOP) * (1 - heads / top);
  const line = (key: 'p05' | 'p25' | 'p50' | 'p75' | 'p95') => region.map(({ higher }, at) => `${x(at).toFixed(1)},${y(higher[key]).toFixed(1)}`);
  const area = (low: 'p05' | 'p25', high: 'p75' | 'p95') => [...line(high), ...line(low).reverse()].join(' ');
  return (
    <svg className="band-drawing" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {[0, top].map((heads) => <text key={heads} className="band-text" x={LEFT - 6} y={y(heads) + 4} textAnchor="end">{heads}</text>)}
      <line className="band-axis" x1={LEFT} x2={WIDTH - 12} y1={y(0)} y2={y(0)} />
      <polygon className="band-wide" points={area('p05', 'p95')} />
      <polygon className="band-narrow" points={area('p25', 'p75')} />
      <polyline className="band-middle" points={line('p50').join(' ')} />
      {region.map(({ year }, at) => (at === 0 || at === region.length - 1 || region.length <= 5
        ? <text key={year} className="band-text" x={x(at)} y={HEIGHT - 6} textAnchor={at === 0 ? 'start' : at === region.length - 1 ? 'end' : 'middle'}>{year}</text> : null))}
    </svg>
  );
}
