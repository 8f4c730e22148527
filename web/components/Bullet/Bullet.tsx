import './Bullet.css';

export interface BulletScale {
  /** Null: nothing measured yet; only the target is drawn. */
  readonly value: number | null;
  /** Null: nothing is asked for on that day. */
  readonly target: number | null;
  /** A further aim beyond the target, dotted. */
  readonly stretch?: number;
  /** Right end of the axis, which starts at zero; by default a third beyond the furthest mark. */
  readonly max?: number;
}

/** The drawing alone: bar, target line, dotted aim. Its words stand beside it, so it is hidden from readers. */
export function BulletBar({ value, target, stretch, max, thin = false }: BulletScale & { thin?: boolean }) {
  const furthest = Math.max(target ?? 0, stretch ?? 0, value ?? 0);
  const end = max ?? (furthest === 0 ? 1 : furthest * (stretch === undefined ? 4 / 3 : 1.1));
  const at = (n: number) => `${Math.min(100, (n / end) * 100)}%`;
  return (
    <span className={thin ? 'bullet-bar bullet-thin' : 'bullet-bar'} aria-hidden="true">
      {value !== null && <span className="bullet-value" style={{ width: at(value) }} />}
      {target !== null && <span className="bullet-target" style={{ left: at(target) }} />}
      {stretch !== undefined && <span className="bullet-stretch" style={{ left: at(stretch) }} />}
    </span>
  );
}
