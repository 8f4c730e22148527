import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { Dialog } from '../components/Dialog/Dialog.tsx';
import { useWords } from '../settings/SettingsProvider.tsx';
import { shellWords } from '../words/shell.ts';
import { AccountActs } from './AccountMenu.tsx';
import { Display } from './Display.tsx';
import { MenuLinks } from './Rail.tsx';
import { isPlain, useSession } from './session.ts';

/** The rail of a phone, with the looks below it. Closes when a page has been chosen. */
export function PhoneMenu() {
  const say = useWords(shellWords);
  const session = useSession();
  const [open, setOpen] = useState(false);
  const [path] = useLocation();
  useEffect(() => setOpen(false), [path]);
  return (
    <div className="phone-menu">
      <button type="button" className="phone-menu-button" aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(true)}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M2 5h16M2 10h16M2 15h16" stroke="currentColor" strokeWidth="2" />
        </svg>
        {say.menu}
      </button>
      <Dialog title={say.menu} open={open} onClose={() => setOpen(false)} place="side">
        {session.level === 'full' && !isPlain(session) && (
          <nav aria-label={say.navigation} className="phone-menu-links">
            <MenuLinks />
          </nav>
        )}
        <AccountActs />
        <h3>{say.display}</h3>
        <Display />
      </Dialog>
    </div>
  );
}
