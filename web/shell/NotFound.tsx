import { ButtonLink } from '../components/Button/Button.tsx';
import { useWords } from '../settings/SettingsProvider.tsx';
import { shellWords } from '../words/shell.ts';
import { Page } from './PageHead.tsx';
import { useSession } from './session.ts';

export function NotFound() {
  const say = useWords(shellWords);
  const { landing } = useSession();
  return (
    <Page title={say.notFound} lead={say.notFoundHelp}>
      <ButtonLink to={landing ?? '/'}>{say.toLanding}</ButtonLink>
    </Page>
  );
}
