import { ButtonLink } from '../components/Button/Button.tsx';
import { useWords } from '../settings/SettingsProvider.tsx';
import { shellWords } from '../words/shell.ts';
import { Page } from './PageHead.tsx';
import { useSession } from './session.ts';

/** A page that was reached by its address and is not for the person's role. */
export function NotAllowed() {
  const say = useWords(shellWords);
  const { landing } = useSession();
  return (
    <Page title={say.notAllowed} lead={say.notAllowedHelp}>
      <ButtonLink kind="primary" to={landing ?? '/account'}>
        {say.toLanding}
      </ButtonLink>
    </Page>
  );
}
