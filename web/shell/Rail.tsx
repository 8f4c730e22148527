import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { ScreenLink } from '../components/Button/Button.tsx';
import { isFor, MENU_GROUPS, screenAt, SCREENS } from '../screens/screens.ts';
import { useWords } from '../settings/SettingsProvider.tsx';
import { shellWords } from '../words/shell.ts';
import { useMay } from './session.ts';

/** The menu at the left, in the order of the year's work. */
export function Rail() {
  const say = useWords(shellWords);
  return (
    <nav className="rail no-print" aria-label={say.navigation}>
      <MenuLinks />
    </nav>
  );
}

/** The screens that are of use to whoever is signed in, by what they are about. */
export function MenuLinks() {
  const say = useWords(shellWords);
  const may = useMay();
  const [path] = useLocation();
  const current = screenAt(path)?.name;
  const here = useRef<HTMLLIElement>(null);
  useEffect(() => {
    here.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const groups = MENU_GROUPS.map((group) => ({ group, screens: SCREENS.filter((screen) => screen.group === group && isFor(screen, may)) }));
  return (
    <>
      {groups.filter(({ screens }) => screens.length > 0).map(({ group, screens }) => (
        <div key={group} className="menu-group">
          {group !== 'day' && <p className="menu-head small">{say[`menu_${group}`]}</p>}
          <ul className="menu-links">
            {screens.map(({ name, path: to }) => (
              <li key={name} ref={name === current ? here : null}><ScreenLink to={to} current={name === current}>{say[name]}</ScreenLink></li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}
