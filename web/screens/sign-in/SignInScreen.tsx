import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { client } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { arrive } from '../../shell/arrival.ts';
import { Page } from '../../shell/PageHead.tsx';
import type { RegionHead } from '../../shell/region.ts';
import { SESSION_KEY, useSession } from '../../shell/session.ts';
import type { Session } from '../../shell/session.ts';
import { useLeaving } from '../../shell/useLeaving.ts';
import { signInWords } from '../../words/sign-in.ts';
import { CodeStep } from './CodeStep.tsx';
import { EnrolStep } from './EnrolStep.tsx';
import { PasswordStep } from './PasswordStep.tsx';
import './sign-in.css';

/** Stands in place of every page until somebody has signed in; the address stays, so that its page comes next. */
export function SignInScreen({ region }: { region: RegionHead }) {
  const say = useWords(signInWords);
  const session = useSession();
  const queries = useQueryClient();
  const on = (next: Session) => {
    arrive();
    // What the head of the page says depends on who asks.
    void queries.invalidateQueries({ queryKey: ['region'] });
    queries.setQueryData(SESSION_KEY, next);
  };
  const title = { factor: say.factorTitle, enrol: say.enrolTitle, full: say.title, none: say.title }[session.level ?? 'none'];
  const lead = { factor: say.factorLead, enrol: say.enrolLead, full: '', none: say.lead(region.name) }[session.level ?? 'none'];
  return (
    <Page title={title} lead={lead}>
      <SignInSteps session={session} onSession={on} />
    </Page>
  );
}

interface SignInStepsProps {
  readonly session: Session;
  readonly onSession: (session: Session) => void;
}

function SignInSteps({ session, onSession }: SignInStepsProps) {
  useHeadingOnEnrol(session.level);
  if (session.level === 'factor') return <CodeStep onSession={onSession} others={<OtherAccount />} />;
  if (session.level === 'enrol') return <EnrolStep account={session.account?.account ?? ''} onSession={onSession} others={<OtherAccount />} />;
  return <PasswordStep session={session} onSession={onSession} />;
}

/** Back to account and password. */
function OtherAccount() {
  const say = useWords(signInWords);
  const leave = useLeaving();
  const back = async () => {
    try {
      await client.api.session.$delete();
    } finally {
      leave({ stay: true });
    }
  };
  return (
    <Button kind="quiet" onClick={() => void back()}>
      {say.otherAccount}
    </Button>
  );
}

/** The address is the same at every step: that the page is another one is told by the focus on its heading. */
function useHeadingOnEnrol(level: Session['level']): void {
  const last = useRef(level);
  useEffect(() => {
    if (level === 'enrol' && last.current !== level) document.querySelector('h1')?.focus();
    last.current = level;
  }, [level]);
}
