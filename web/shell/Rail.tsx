import { useLocation } from 'wouter';
import { ScreenLink } from '../components/Button/Button.tsx';
import { screenAt, SCREENS } from '../screens/screens.ts';
import { useWords } from '../settings/SettingsProvider.tsx';
import { shellWords } from '../words/shell.ts';

/** The menu at the left, in the order of the year's work. */
export function Rail() {
  const say = useWords(shellWords);
  return (
    <nav className="rail no-print" aria-label={say.navigation}>
      <MenuLinks />
    </nav>
  );
}

export function MenuLinks() {
  const say = useWords(shellWords);
  const [path] = useLocation();
  const current = screenAt(path);
  return (
    <>
      {(['work', 'ground'] as const).map((group) => (
        <ul key={group} className="menu-links">
          {SCREENS.filter((screen) => screen.group === group).map((screen) => (
            <li key={screen.name}>
              <ScreenLink to={screen.path} current={screen === current}>
                {say[screen.name]}
              </ScreenLink>
            </li>
          ))}
        </ul>
      ))}
    </>
  );
}
