import { createContext, use, useCallback, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { ProvenanceView } from './provenance-view.ts';

/** The origin of a figure, or how to fetch it when the figure is opened. */
export type ProvenanceSource = ProvenanceView | (() => Promise<ProvenanceView>);

export interface OpenFigure {
  readonly source: ProvenanceSource;
  readonly label: string;
  /** Gets the focus back. */
  readonly button: HTMLElement;
}

interface ProvenanceState {
  readonly figure: OpenFigure | null;
  readonly open: (figure: OpenFigure) => void;
  readonly close: () => void;
}

const ProvenanceContext = createContext<ProvenanceState | null>(null);

export function ProvenanceProvider({ children }: { children: ReactNode }) {
  const [figure, setFigure] = useState<OpenFigure | null>(null);
  const close = useCallback(() => {
    setFigure((open) => {
      // After the panel has gone, so that a modal panel does not take the focus back.
      if (open !== null) requestAnimationFrame(() => open.button.isConnected && open.button.focus());
      return null;
    });
  }, []);
  const state = useMemo(() => ({ figure, open: setFigure, close }), [figure, close]);
  return <ProvenanceContext value={state}>{children}</ProvenanceContext>;
}

export function useProvenance(): ProvenanceState {
  const state = use(ProvenanceContext);
  if (state === null) throw new Error('useProvenance outside ProvenanceProvider');
  return state;
}
