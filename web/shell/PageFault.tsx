import { Component } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../components/Button/Button.tsx';
import { useWords } from '../settings/SettingsProvider.tsx';
import { shellWords } from '../words/shell.ts';
import { Page } from './PageHead.tsx';

/** Keeps a fault inside one page: menu and head stay usable. */
export class PageFault extends Component<{ children: ReactNode }, { fault: string | null }> {
  override state = { fault: null };

  static getDerivedStateFromError(error: unknown) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }

  override render() {
    return this.state.fault === null ? this.props.children : <Broken fault={this.state.fault} />;
  }
}

function Broken({ fault }: { fault: string }) {
  const say = useWords(shellWords);
  return (
    <Page title={say.broken} lead={say.brokenHelp}>
      <pre className="fault-text">{fault}</pre>
      <Button kind="primary" onClick={() => window.location.reload()}>
        {say.reload}
      </Button>
    </Page>
  );
}
