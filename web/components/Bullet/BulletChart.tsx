import type { ReactNode } from 'react';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { componentWords } from '../../words/components.ts';
import { ChartFrame } from '../ChartFrame/ChartFrame.tsx';
import { BulletBar } from './Bullet.tsx';
import type { BulletScale } from './Bullet.tsx';

export interface BulletRow extends BulletScale {
  readonly label: string;
  /** The year or cohort, smaller beside the label. */
  readonly of?: string;
  /** The figure, as a button that opens its origin. */
  readonly figure: ReactNode;
  /** After the figure: `/ 6 所以上`, or why there is none yet. */
  readonly against: string;
  /** Below the figure: met or not, or the day it falls due. */
  readonly note?: ReactNode;
}

/** Targets, one bar each, with direct labels; the same as a table one key away. */
export function BulletChart({ title, rows }: { title: string; rows: readonly BulletRow[] }) {
  const say = useWords(componentWords);
  const table = {
    columns: [{ label: say.item }, { label: say.value, number: true }, { label: say.target, number: true }],
    rows: rows.map((row) => [`${row.label} ${row.of ?? ''}`, row.figure, noted(row)]),
  };
  return (
    <ChartFrame title={title} table={table}>
      <ul className="bullet-chart">
        {rows.map((row) => (
          <li key={row.label + (row.of ?? '')}>
            <span className="bullet-label">
              {row.label} {row.of !== undefined && <span className="small">{row.of}</span>}
            </span>
            <BulletBar {...row} />
            <span className="bullet-figure">
              {row.figure} <span className={row.value === null ? 'small' : undefined}>{noted(row)}</span>
            </span>
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}

function noted({ against, note }: BulletRow): ReactNode {
  if (note === undefined) return against;
  return (
    <>
      {against} <span className="bullet-note small">{note}</span>
    </>
  );
}
