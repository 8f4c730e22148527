import { ScreenLink } from '../../components/Button/Button.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { moneyWords } from '../../words/money.ts';

const PARTS = [{ name: 'relay', to: '/money' }, { name: 'grants', to: '/money/grants' }, { name: 'campus', to: '/money/campus' }] as const;

export function MoneyTabs({ here }: { here: (typeof PARTS)[number]['name'] }) {
  const say = useWords(moneyWords);
  return (
    <nav className="data-parts no-print" aria-label={say.parts}>
      {PARTS.map(({ name, to }) => <ScreenLink key={name} to={to} current={name === here}>{say[name]}</ScreenLink>)}
      <ScreenLink to="/ledger">{say.books}</ScreenLink>
    </nav>
  );
}
