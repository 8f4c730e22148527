import type { ReactNode } from 'react';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { useMay } from '../../shell/session.ts';
import { employmentWords } from '../../words/employment.ts';

const PARTS = [
  { name: 'numbers', to: '/employment', needs: 'verdicts.read' }, { name: 'graduates', to: '/employment/graduates', needs: 'employment.read' }, { name: 'firms', to: '/employment/firms', needs: 'employment.read' }, { name: 'services', to: '/employment/services', needs: 'employment.read' },
] as const;

export type EmploymentPart = (typeof PARTS)[number]['name'];

/** The frame of every page of employment. */
export function EmploymentPage({ part, lead, children }: { part: EmploymentPart; lead: ReactNode; children: ReactNode }) {
  const say = useWords(employmentWords);
  const may = useMay();
  return (
    <Page title={say.title} lead={lead}>
      <nav className="data-parts no-print" aria-label={say.parts}>
        {PARTS.filter(({ needs }) => may(needs)).map(({ name, to }) => <ScreenLink key={name} to={to} current={name === part}>{say[name]}</ScreenLink>)}
      </nav>
      {children}
    </Page>
  );
}
