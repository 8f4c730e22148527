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

/** The screens that are of use to whoever is signed in. */
export function MenuLinks() {
  const say = useWords(shellWords);
  const may = useMay();
  const [path] = useLocation();
  const current = screenAt(path);
  const groups = MENU_GROUPS.map((group) => SCREENS.filter((screen) => screen.group === group && isFor(screen, may)));
  return (
    <>
      {groups.filter((screens) => screens.length > 0).map((screens) => (
        <ul key={screens[0]?.group} className="menu-links">
          {screens.map((screen) => (
            <li key={screen.name}>
              <ScreenLink to={screen.path} current={screen.name === current?.name}>
                {say[screen.name]}
              </ScreenLink>
            </li>
          ))}
        </ul>
      ))}
    </>
  );
}
