import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useWidth } from '../../shell/useWidth.ts';
import { provenanceWords } from '../../words/provenance.ts';
import { Dialog } from '../Dialog/Dialog.tsx';
import { Notice } from '../Notice/Notice.tsx';
import { Provenance } from './Provenance.tsx';
import type { ProvenanceView } from './provenance-view.ts';
import { useProvenance } from './ProvenanceProvider.tsx';
import type { OpenFigure } from './ProvenanceProvider.tsx';
import './ProvenancePanel.css';

const BESIDE_REM = 72;

/** The 由来 panel: beside the page where there is room, over it on smaller screens. */
export function ProvenancePanel() {
  const { figure, close } = useProvenance();
  const beside = useWidth() >= BESIDE_REM;
  const say = useWords(provenanceWords);
  const { on, known, language } = useSettings().settings;
  const [path] = useLocation();
  // A figure is of one page, one day and in one language: when these change, what is open no longer belongs there.
  useEffect(() => close, [path, on, known, language, close]);
  if (figure === null) return null;
  if (beside) return <Beside key={figure.label} figure={figure} close={close} />;
  return (
    <Dialog title={say.title(figure.label)} open onClose={close} place="side">
      <Looked figure={figure} />
    </Dialog>
  );
}

function Beside({ figure, close }: { figure: OpenFigure; close: () => void }) {
  const say = useWords(provenanceWords);
  const title = useRef<HTMLHeadingElement>(null);
  // Opened from another figure it takes the focus; told anew of the same one, while a lever moves, it leaves it alone.
  useEffect(() => title.current?.focus(), [figure.button]);
  return (
    <aside
      className="provenance-panel"
      aria-labelledby="provenance-title"
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <div className="dialog-top">
        <h2 id="provenance-title" tabIndex={-1} ref={title}>
          {say.title(figure.label)}
        </h2>
        <button type="button" className="dialog-close" aria-label={say.close} onClick={close}>
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d="M4 4l12 12M16 4L4 16" stroke="currentColor" strokeWidth="2" />
          </svg>
        </button>
      </div>
      <Looked figure={figure} />
    </aside>
  );
}

/** What the figure's source says: at once where it is at hand, else when it has been fetched. */
function Looked({ figure }: { figure: OpenFigure }) {
  const say = useWords(provenanceWords);
  const [view, setView] = useState<ProvenanceView | 'failed' | null>(typeof figure.source === 'function' ? null : figure.source);
  useEffect(() => {
    let current = true;
    if (typeof figure.source === 'function') {
      figure.source().then(
        (found) => current && setView(found),
        () => current && setView('failed'),
      );
    } else {
      setView(figure.source);
    }
    return () => {
      current = false;
    };
  }, [figure]);
  if (view === null) return <p role="status">{say.loading}</p>;
  if (view === 'failed') {
    return (
      <Notice kind="fault" title={say.failed} announce>
        {say.failedHelp}
      </Notice>
    );
  }
  return <Provenance view={view} />;
}
