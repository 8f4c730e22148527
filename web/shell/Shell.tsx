import { useIsFetching } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ReactNode } from 'react';
import { ProvenancePanel } from '../components/ProvenancePanel/ProvenancePanel.tsx';
import { ProvenanceProvider } from '../components/ProvenancePanel/ProvenanceProvider.tsx';
import { useWords } from '../settings/SettingsProvider.tsx';
import { shellWords } from '../words/shell.ts';
import { Header } from './Header.tsx';
import { PageHeadProvider } from './PageHead.tsx';
import { PrintHead } from './PrintHead.tsx';
import { Rail } from './Rail.tsx';
import type { RegionHead } from './region.ts';
import { isPlain, useSession } from './session.ts';
import './Shell.css';

/** What stands around every page: head, rail, and the 由来 panel beside it. */
export function Shell({ region, children }: { region: RegionHead | null; children: ReactNode }) {
  const say = useWords(shellWords);
  const main = useRef<HTMLElement>(null);
  const asking = useIsFetching() > 0;
  // Before the set-up and before signing in there is one page and nowhere else to go.
  const session = useSession();
  const inside = session.level === 'full';
  const plain = inside && isPlain(session);
  return (
    <ProvenanceProvider>
      <PageHeadProvider regionName={region?.name ?? null}>
        <div className="shell">
          <a
            className="skip"
            href="#main"
            onClick={(event) => {
              event.preventDefault();
              main.current?.focus();
            }}
          >
            {say.skip}
          </a>
          <Header region={region} />
          <PrintHead region={region} />
          <div className={inside && !plain ? 'shell-body' : `shell-body shell-body-outside${plain ? ' shell-body-plain' : ''}`}>
            {inside && !plain && <Rail />}
            <main id="main" tabIndex={-1} ref={main} aria-busy={asking}>
              {children}
            </main>
            <ProvenancePanel />
          </div>
        </div>
      </PageHeadProvider>
    </ProvenanceProvider>
  );
}
