import { useLocation } from 'wouter';
import { NotFound } from '../../shell/NotFound.tsx';
import '../data/data.css';
import { CorrectPage } from './CorrectPage.tsx';
import { NewVisitPage } from './NewVisitPage.tsx';
import { VisitList } from './VisitList.tsx';
import { VisitPage } from './VisitPage.tsx';
import './supervision.css';

/** 督导检查: `/supervision` lists what is due and what was visited, `/supervision/new` records a visit, `/supervision/12` is one, `/supervision/12/correct` puts it right. */
export function SupervisionScreen() {
  const [path] = useLocation();
  const [, , id = '', part = '', ...rest] = path.split('/').map(decodeURIComponent);
  if (rest.length > 0) return <NotFound />;
  if (id === '') return <VisitList />;
  if (id === 'new' && part === '') return <NewVisitPage />;
  if (part === '') return <VisitPage key={id} visit_id={id} />;
  return part === 'correct' ? <CorrectPage key={id} visit_id={id} /> : <NotFound />;
}
