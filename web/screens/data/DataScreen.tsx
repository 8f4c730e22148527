import { ButtonLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { emptyWords } from '../../words/empty.ts';
import { shellWords } from '../../words/shell.ts';

export function DataScreen() {
  const shell = useWords(shellWords);
  const say = useWords(emptyWords);
  return (
    <Page title={shell.data}>
      <EmptyState title={say.data} actions={<ButtonLink kind="primary" to="/data">{say.act}</ButtonLink>}>
        {say.dataHelp}
      </EmptyState>
    </Page>
  );
}
