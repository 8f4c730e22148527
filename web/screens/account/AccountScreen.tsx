import { useState } from 'react';
import type { ReactNode } from 'react';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { useRoleLines } from '../../shell/AccountMenu.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { isPlain, useSession } from '../../shell/session.ts';
import { accountWords } from '../../words/account.ts';
import { calendarWords } from '../../words/calendar.ts';
import { shellWords } from '../../words/shell.ts';
import { Calendar } from './Calendar.tsx';
import { addressWords } from '../../words/outbox.ts';
import { Addresses } from './Addresses.tsx';
import { DownloadMyData } from './DownloadMyData.tsx';
import { Factor } from './Factor.tsx';
import { Identities } from './Identities.tsx';
import { OwnMessages } from './OwnMessages.tsx';
import { PasswordPart } from './PasswordPart.tsx';
import { Sessions } from './Sessions.tsx';
import { Tokens } from './Tokens.tsx';
import './account.css';

/** 我的账号: what somebody sees and changes of their own way in. */
export function AccountScreen() {
  const say = useWords(accountWords);
  const address = useWords(addressWords);
  const shell = useWords(shellWords);
  const calendar = useWords(calendarWords);
  const session = useSession();
  const roles = useRoleLines();
  const [done, setDone] = useState<string | null>(null);
  const { account } = session;
  const person = session.roles.some(({ role }) => role === 'student' || role === 'guardian');
  return (
    <Page title={shell.myAccount} lead={say.lead(account?.account ?? '')}>
      {done !== null && <Notice key={done} kind="done" title={done} announce />}
      <Part title={say.roles} name="roles" help={say.rolesHelp}>
        {roles.length === 0 ? <p>{shell.noRole}</p> : <ul>{roles.map((line) => <li key={line}>{line}</li>)}</ul>}
      </Part>
      {person && (
        <Part title={say.myDataTitle} name="my-data">
          <DownloadMyData />
        </Part>
      )}
      <Part title={address.title} name="addresses" help={address.help}>
        <Addresses onDone={setDone} />
      </Part>
      <Part title={address.ownTitle} name="own-messages">
        <OwnMessages />
      </Part>
      <Part title={say.passwordTitle} name="password-part" help={say.passwordHelp}>
        <PasswordPart onDone={() => setDone(say.passwordChanged)} />
      </Part>
      <Part title={say.factorTitle} name="factor">
        <Factor onDone={() => setDone(say.factorDone)} />
      </Part>
      <Part title={say.sessionsTitle} name="sessions" help={say.sessionsHelp}>
        <Sessions onDone={setDone} />
      </Part>
      {session.single_sign_on && (
        <Part title={say.identitiesTitle} name="identities" help={say.identitiesHelp}>
          <Identities onDone={() => setDone(say.unlinked)} />
        </Part>
      )}
      {session.may.includes('duties.read') && !isPlain(session) && (
        <Part title={calendar.title} name="calendar" help={calendar.help}>
          <Calendar onEnded={setDone} />
        </Part>
      )}
      {!isPlain(session) && (
        <Part title={say.tokensTitle} name="tokens" help={say.tokensHelp}>
          <Tokens onEnded={() => setDone(say.tokenEnded)} />
        </Part>
      )}
    </Page>
  );
}

function Part({ title, name, help, children }: { title: string; name: string; help?: string; children: ReactNode }) {
  return (
    <section className="account-part" aria-labelledby={`part-${name}`}>
      <h2 id={`part-${name}`}>{title}</h2>
      {help !== undefined && <p className="small">{help}</p>}
      {children}
    </section>
  );
}
