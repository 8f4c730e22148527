import type { ReactNode } from 'react';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { useMay } from '../../shell/session.ts';
import { internshipWords } from '../../words/internships.ts';

const PARTS = [{ name: 'list', to: '/internships', needs: 'placements.read' }, { name: 'pool', to: '/internships/posts', needs: 'posts.read' }] as const;

/** The frame of both lists. */
export function InternshipsFrame({ part, lead, children }: { part: (typeof PARTS)[number]['name']; lead: string; children: ReactNode }) {
  const say = useWords(internshipWords);
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
