import { useLocation } from 'wouter';
import { NotFound } from '../../shell/NotFound.tsx';
import '../data/data.css';
import { AuditPage } from './AuditPage.tsx';
import { DecidedPage } from './DecidedPage.tsx';
import { DecisionPage } from './DecisionPage.tsx';
import './graduation.css';

/** 毕业审核: `/graduation` audits, `/graduation/list` proposes a decision, `/graduation/decided` and `/graduation/decided/12` tell what was decided. */
export function GraduationScreen() {
  const [path] = useLocation();
  const [, , part = '', id = '', ...rest] = path.split('/');
  if (rest.length > 0 || id !== '' && part !== 'decided') return <NotFound />;
  switch (part) {
    case '': return <AuditPage />;
    case 'list': return <DecisionPage />;
    case 'decided': return <DecidedPage key={id} matter_id={id} />;
    default: return <NotFound />;
  }
}
