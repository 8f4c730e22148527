import { Button } from '../components/Button/Button.tsx';
import { useWords } from '../settings/SettingsProvider.tsx';
import { shellWords } from '../words/shell.ts';
import { Page } from './PageHead.tsx';

/** The server did not answer. */
export function Unreachable({ retry }: { retry: () => void }) {
  const say = useWords(shellWords);
  return (
    <Page title={say.unreachable} lead={say.unreachableHelp}>
      <Button kind="primary" onClick={retry}>
        {say.retry}
      </Button>
    </Page>
  );
}
