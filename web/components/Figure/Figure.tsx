import { useWords } from '../../settings/SettingsProvider.tsx';
import { componentWords } from '../../words/components.ts';
import type { ProvenanceSource } from '../ProvenancePanel/ProvenanceProvider.tsx';
import { useProvenance } from '../ProvenancePanel/ProvenanceProvider.tsx';
import './Figure.css';

interface FigureProps {
  /** What the figure is of: the title of the panel, and read out after the figure. */
  readonly label: string;
  readonly from: ProvenanceSource;
  /** The figure as shown, with its unit. */
  readonly children: React.ReactNode;
  readonly className?: string;
}

/** Every figure is a button that opens where it comes from. */
export function Figure({ label, from, children, className = '' }: FigureProps) {
  const say = useWords(componentWords);
  const { figure, open } = useProvenance();
  const isOpen = figure !== null && figure.source === from;
  return (
    <button
      type="button"
      className={`figure ${className}`}
      aria-expanded={isOpen}
      onClick={(event) => open({ source: from, label, button: event.currentTarget })}
    >
      {children}
      <span className="hidden-text">
        {label} {say.openProvenance}
      </span>
    </button>
  );
}
