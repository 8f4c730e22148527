import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { firstRunWords } from '../../words/first-run.ts';

export function FirstRunScreen() {
  const say = useWords(firstRunWords);
  return (
    <Page title={say.title} lead={say.lead}>
      <EmptyState title={say.empty}>{say.emptyHelp}</EmptyState>
    </Page>
  );
}
