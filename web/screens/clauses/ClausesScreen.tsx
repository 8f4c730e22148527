import { ButtonLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { emptyWords } from '../../words/empty.ts';
import { shellWords } from '../../words/shell.ts';

export function ClausesScreen() {
  const shell = useWords(shellWords);
  const say = useWords(emptyWords);
  return (
    <Page title={shell.clauses}>
      <EmptyState title={say.clauses} actions={<ButtonLink kind="primary" to="/data">{say.act}</ButtonLink>}>
        {say.clausesHelp}
      </EmptyState>
    </Page>
  );
}
