import type { ReactNode } from 'react';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { useMay } from '../../shell/session.ts';
import { dataWords } from '../../words/data.ts';
import { useReports } from './national/useReports.ts';

const PARTS = [
  { name: 'import', to: '/data', needs: ['imports.write'] },
  { name: 'registers', to: '/data/registers', needs: [] },
  { name: 'imports', to: '/data/imports', needs: ['imports.read'] },
  { name: 'national', to: '/data/national', needs: [] },
] as const;

interface DataPageProps {
  readonly part: (typeof PARTS)[number]['name'];
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every page about data: the title, and the parts beside each other. */
export function DataPage({ part, title, lead, children }: DataPageProps) {
  const say = useWords(dataWords);
  const may = useMay();
  const reports = useReports();
  return (
    <Page title={title} lead={lead}>
      <nav className="data-parts no-print" aria-label={say.sections}>
        {PARTS.filter(({ name, needs }) => (name === 'national' ? reports : needs.length === 0 || may(...needs))).map(({ name, to }) => (
          <ScreenLink key={name} to={to} current={name === part}>
            {say[name]}
          </ScreenLink>
        ))}
      </nav>
      {children}
    </Page>
  );
}
