import type { ReactNode } from 'react';
import './EmptyState.css';

interface EmptyStateProps {
  readonly title: string;
  /** Why it is empty and what will stand here. */
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** Nothing here yet: says why, and what to do next. */
export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <p className="empty-state-title">{title}</p>
      <div className="empty-state-body">{children}</div>
      {actions !== undefined && <div className="button-row">{actions}</div>}
    </div>
  );
}
