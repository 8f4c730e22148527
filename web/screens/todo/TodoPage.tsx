import type { ReactNode } from 'react';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { todoWords } from '../../words/todo.ts';
import '../data/data.css';

const PARTS = [{ name: 'mine', to: '/todo' }, { name: 'late', to: '/todo/late' }, { name: 'holidays', to: '/todo/holidays' }] as const;

interface TodoPageProps {
  /** Absent on a page that is none of them. */
  readonly part?: (typeof PARTS)[number]['name'];
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every page about what is due. */
export function TodoPage({ part, title, lead, children }: TodoPageProps) {
  const say = useWords(todoWords);
  return (
    <Page title={title} lead={lead}>
      <nav className="data-parts no-print" aria-label={say.parts}>
        {PARTS.map(({ name, to }) => (
          <ScreenLink key={name} to={to} current={name === part}>{say[name]}</ScreenLink>
        ))}
      </nav>
      {children}
    </Page>
  );
}
