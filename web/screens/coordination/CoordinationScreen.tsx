import { useLocation } from 'wouter';
import { NotFound } from '../../shell/NotFound.tsx';
import '../data/data.css';
import '../matters/matters.css';
import { CircularsPage } from './CircularsPage.tsx';
import { DocketPage } from './DocketPage.tsx';
import { LogPage } from './LogPage.tsx';
import { MeetingsPage } from './MeetingsPage.tsx';
import { PartnersPage } from './PartnersPage.tsx';
import { ReportsPage } from './ReportsPage.tsx';
import './coordination.css';

/** 统筹: `/coordination` lists what is before the office, and beside it meetings, circulars, partners at work and the log. */
export function CoordinationScreen() {
  const [path] = useLocation();
  const [, , part = '', ...rest] = path.split('/');
  if (rest.length > 0) return <NotFound />;
  switch (part) {
    case '': return <DocketPage />;
    case 'meetings': return <MeetingsPage />;
    case 'circulars': return <CircularsPage />;
    case 'partners': return <PartnersPage />;
    case 'log': return <LogPage />;
    case 'reports': return <ReportsPage />;
    default: return <NotFound />;
  }
}
