import type { ReactNode } from 'react';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { componentWords } from '../../words/components.ts';
import './Notice.css';

export type NoticeKind = 'info' | 'done' | 'warning' | 'fault';

interface NoticeProps {
  readonly kind: NoticeKind;
  readonly title: string;
  readonly children?: ReactNode;
  /** What to do next. */
  readonly actions?: ReactNode;
  /** Read out when it appears; for notices that answer something just done. */
  readonly announce?: boolean;
}

/** What happened, what was kept, what to do. */
export function Notice({ kind, title, children, actions, announce = false }: NoticeProps) {
  const say = useWords(componentWords);
  return (
    <div className={`notice notice-${kind}`} role={announce ? (kind === 'fault' ? 'alert' : 'status') : undefined}>
      <p className="notice-title">
        <span className="notice-kind">{say[kind]}</span>
        {title}
      </p>
      {children !== undefined && <div className="notice-body">{children}</div>}
      {actions !== undefined && <div className="button-row">{actions}</div>}
    </div>
  );
}
