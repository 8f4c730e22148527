import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { ButtonLink } from '../components/Button/Button.tsx';
import { Dialog } from '../components/Dialog/Dialog.tsx';
import { useSettings, useWords } from '../settings/SettingsProvider.tsx';
import { shellWords } from '../words/shell.ts';
import { useSession } from './session.ts';
import { SignOut } from './SignOut.tsx';

/** Who is signed in and as what; behind it the own account and the way out. */
export function AccountMenu() {
  const say = useWords(shellWords);
  const { account, level } = useSession();
  const roles = useRoleLines();
  const [open, setOpen] = useState(false);
  const [path] = useLocation();
  useEffect(() => setOpen(false), [path]);
  // Between the steps of signing in nothing is in reach yet.
  if (account === null || level !== 'full') return null;
  const [first = say.noRole] = roles;
  return (
    <div className="head-account">
      <button
        type="button" className="head-account-button" aria-haspopup="dialog" aria-expanded={open}
        aria-label={`${say.accountMenu} ${say.signedInAs(account.name, roles.join('；') || say.noRole)}`} onClick={() => setOpen(true)}
      >
        <span className="head-account-name">{account.name}</span>
        <span className="head-account-role">{roles.length > 1 ? say.andMore(first, roles.length - 1) : first}</span>
      </button>
      <Dialog title={account.name} open={open} onClose={() => setOpen(false)} place="head">
        <AccountActs />
      </Dialog>
    </div>
  );
}

/** Account, roles, and what can be done with them: the same behind the head and in the menu of a phone. */
export function AccountActs() {
  const say = useWords(shellWords);
  const { account, level } = useSession();
  const roles = useRoleLines();
  if (account === null || level !== 'full') return null;
  return (
    <div className="account-acts">
      <p className="small">
        {say.account} {account.account}
      </p>
      {roles.length === 0 ? <p>{say.noRole}</p> : <ul>{roles.map((line) => <li key={line}>{line}</li>)}</ul>}
      <div className="button-row">
        <ButtonLink to="/account">{say.myAccount}</ButtonLink>
        <SignOut />
      </div>
    </div>
  );
}

/** `中职学籍管理员 · 衢州市第一职业学校`, one line for each role held. */
export function useRoleLines(): readonly string[] {
  const say = useWords(shellWords);
  const { language } = useSettings().settings;
  return useSession().roles.map(({ name, organisation }) => (organisation === null ? name[language] : say.roleAt(name[language], organisation)));
}
