import { ScreenLink } from '../../components/Button/Button.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { useMay } from '../../shell/session.ts';
import { coordinationWords } from '../../words/coordination.ts';

const PARTS = [
  { name: 'docket', to: '/coordination' }, { name: 'meetings', to: '/coordination/meetings' }, { name: 'circulars', to: '/coordination/circulars' },
  { name: 'partners', to: '/coordination/partners' }, { name: 'log', to: '/coordination/log' }, { name: 'reports', to: '/coordination/reports' },
] as const;

export function CoordinationTabs({ here }: { here: (typeof PARTS)[number]['name'] }) {
  const say = useWords(coordinationWords);
  const may = useMay();
  return (
    <nav className="data-parts no-print" aria-label={say.parts}>
      {PARTS.filter(({ name }) => name !== 'reports' || may('coordination.export')).map(({ name, to }) => <ScreenLink key={name} to={to} current={name === here}>{say[name]}</ScreenLink>)}
    </nav>
  );
}
