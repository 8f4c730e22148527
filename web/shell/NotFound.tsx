import { ButtonLink } from '../components/Button/Button.tsx';
import { useWords } from '../settings/SettingsProvider.tsx';
import { shellWords } from '../words/shell.ts';
import { Page } from './PageHead.tsx';

export function NotFound() {
  const say = useWords(shellWords);
  return (
    <Page title={say.notFound} lead={say.notFoundHelp}>
      <ButtonLink to="/">{say.overview}</ButtonLink>
    </Page>
  );
}
