import { useLocation } from 'wouter';
import { useMay } from '../../shell/session.ts';
import { NotFound } from '../../shell/NotFound.tsx';
import '../data/data.css';
import './certificates.css';
import { EnterPage } from './EnterPage.tsx';
import { ListPage } from './ListPage.tsx';
import { StandingPage } from './StandingPage.tsx';

/** 技能与X证书: `/certificates` says who lacks one, `/certificates/list` what was entered, `/certificates/enter` enters. */
export function CertificatesScreen() {
  const [path] = useLocation();
  const may = useMay();
  const [, , part = '', ...rest] = path.split('/');
  if (rest.length > 0) return <NotFound />;
  switch (part) {
    // Whoever verifies without reading the roll is shown what was entered.
    case '': return may('students.read') ? <StandingPage /> : <ListPage />;
    case 'list': return <ListPage />;
    case 'enter': return <EnterPage />;
    default: return <NotFound />;
  }
}
