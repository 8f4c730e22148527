import { createContext, use, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useProvenance } from '../components/ProvenancePanel/ProvenanceProvider.tsx';
import { useWords } from '../settings/SettingsProvider.tsx';
import { shellWords } from '../words/shell.ts';

interface PageHeadState {
  readonly title: string;
  readonly setTitle: (title: string) => void;
  readonly regionName: string | null;
  /** Path whose title last took the focus; null before the first page. */
  readonly visited: { path: string | null };
}

const PageHeadContext = createContext<PageHeadState | null>(null);

export function PageHeadProvider({ regionName, children }: { regionName: string | null; children: ReactNode }) {
  const [title, setTitle] = useState('');
  const visited = useRef<string | null>(null);
  const state = useMemo(
    () => ({
      title, setTitle, regionName,
      visited: {
        get path() { return visited.current; },
        set path(path) { visited.current = path; },
      },
    }),
    [title, regionName],
  );
  return <PageHeadContext value={state}>{children}</PageHeadContext>;
}

export function usePageHead(): PageHeadState {
  const state = use(PageHeadContext);
  if (state === null) throw new Error('usePageHead outside Shell');
  return state;
}

interface PageProps {
  readonly title: string;
  /** One or two sentences: how the place stands. */
  readonly lead?: ReactNode;
  /** Beside the title: tags. */
  readonly tags?: ReactNode;
  readonly children?: ReactNode;
}

/**
 * The frame of every screen: the title as heading, as the document's title and as the print head's.
 * On going to another page the focus goes to the heading, so that it is read out.
 */
export function Page({ title, lead, tags, children }: PageProps) {
  const say = useWords(shellWords);
  const head = usePageHead();
  const { close } = useProvenance();
  const [path] = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  const { setTitle, regionName, visited } = head;
  useEffect(() => {
    setTitle(title);
    document.title = [title, regionName, say.brand].filter((part) => part !== null && part !== '').join(' · ');
  }, [title, regionName, say.brand, setTitle]);
  useEffect(() => {
    if (visited.path !== null && visited.path !== path) {
      close();
      window.scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    visited.path = path;
  }, [path, visited, close]);
  return (
    <div className="page">
      <div className="page-head">
        <h1 tabIndex={-1} ref={heading}>
          {title}
        </h1>
        {tags}
      </div>
      {lead !== undefined && <div className="page-lead">{lead}</div>}
      {children}
    </div>
  );
}
