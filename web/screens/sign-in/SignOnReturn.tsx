import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { ask, client } from '../../client.ts';
import { Fault } from '../../components/Answer/Answer.tsx';
import { ButtonLink } from '../../components/Button/Button.tsx';
import { useHref, useWords } from '../../settings/SettingsProvider.tsx';
import { withoutSettings } from '../../settings/settings.ts';
import { arrive } from '../../shell/arrival.ts';
import { Page } from '../../shell/PageHead.tsx';
import { SESSION_KEY, useSession } from '../../shell/session.ts';
import type { Session } from '../../shell/session.ts';
import { signInWords } from '../../words/sign-in.ts';

/** Where the provider sends the browser back to: hands on what it brought, once. */
export function SignOnReturn() {
  const say = useWords(signInWords);
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const href = useHref();
  // Whoever was signed in before they left wanted their identity linked.
  const session = useSession();
  const [linking] = useState(session.level === 'full');
  const begun = useRef(false);
  const [fault, setFault] = useState<Error | null>(null);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const finish = async () => {
      try {
        const next: Session = await ask(client.api['single-sign-on'].return.$post({ json: { parameters: withoutSettings(window.location.search) } }));
        arrive();
        navigate(href(linking ? '/account' : '/'), { replace: true });
        if (!linking) await queries.invalidateQueries({ queryKey: ['region'] });
        queries.setQueryData(SESSION_KEY, next);
      } catch (error) {
        setFault(error as Error);
      }
    };
    void finish();
  }, [href, linking, navigate, queries]);
  return (
    <Page title={say.signOnReturn}>
      {fault === null ? (
        <p role="status">{say.signingIn}</p>
      ) : (
        <>
          <Fault error={fault} />
          <ButtonLink kind="primary" to={linking ? '/account' : '/'}>{linking ? say.backToAccount : say.backToSignIn}</ButtonLink>
        </>
      )}
    </Page>
  );
}
