import { useWords } from '../../settings/SettingsProvider.tsx';
import type { OutcomeView } from '../../verdict-view.ts';
import { verdictWords } from '../../words/verdict.ts';
import './Status.css';

/** ● 达标 · ▲ 未达标 · ◇ 待补报 · – 不适用: shape, word and colour, and after it what is short or missing. */
export function Status({ outcome, detail }: { outcome: OutcomeView; detail?: string }) {
  const say = useWords(verdictWords);
  return (
    <span className={`status status-${outcome}`}>
      <StatusMark outcome={outcome} />
      <span className="status-word">{say[outcome]}</span>
      {detail !== undefined && detail !== '' && <span className="status-detail">{detail}</span>}
    </span>
  );
}

/** The shape alone, for cells whose word stands beside them or is read out. */
export function StatusMark({ outcome }: { outcome: OutcomeView }) {
  return (
    <svg className={`status-mark status-${outcome}`} viewBox="0 0 18 18" aria-hidden="true" focusable="false">
      {SHAPES[outcome]}
    </svg>
  );
}

const SHAPES: Readonly<Record<OutcomeView, React.ReactNode>> = {
  met: (
    <>
      <circle cx="9" cy="9" r="8" fill="currentColor" />
      <path d="M5 9.2l2.8 2.8L13 6.6" stroke="var(--paper)" strokeWidth="2" fill="none" />
    </>
  ),
  unmet: (
    <>
      <path d="M9 1l8.4 15.5H.6z" fill="currentColor" />
      <path d="M9 6v5M9 12.6v1.9" stroke="var(--paper)" strokeWidth="2" />
    </>
  ),
  undetermined: <path d="M9 1.6L16.4 9 9 16.4 1.6 9z" fill="var(--paper)" stroke="currentColor" strokeWidth="2" />,
  not_applicable: <path d="M4 9h10" stroke="currentColor" strokeWidth="2" />,
};

/** What the four shapes mean, for tables that show the shapes alone. */
export function StatusKey({ note }: { note?: string }) {
  return (
    <p className="status-key">
      <Status outcome="met" />
      <Status outcome="unmet" />
      <Status outcome="undetermined" />
      <Status outcome="not_applicable" />
      {note !== undefined && <span className="small">{note}</span>}
    </p>
  );
}
