import type { ReactNode } from 'react';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { useMay } from '../../shell/session.ts';
import { peopleWords } from '../../words/people.ts';

const PARTS = [
  { name: 'people', to: '/people' },
  { name: 'add', to: '/people/new' },
  { name: 'bulk', to: '/people/bulk' },
] as const;

interface PeopleFrameProps {
  readonly part: (typeof PARTS)[number]['name'];
  readonly lead: ReactNode;
  readonly children: ReactNode;
}

/** The frame of the pages about people; the parts that make accounts are there for those who may. */
export function PeopleFrame({ part, lead, children }: PeopleFrameProps) {
  const say = useWords(peopleWords);
  const may = useMay();
  return (
    <Page title={say.title} lead={lead}>
      {may('accounts.write') && (
        <nav className="data-parts no-print" aria-label={say.sections}>
          {PARTS.map(({ name, to }) => (
            <ScreenLink key={name} to={to} current={name === part}>
              {say[name]}
            </ScreenLink>
          ))}
        </nav>
      )}
      {children}
    </Page>
  );
}
