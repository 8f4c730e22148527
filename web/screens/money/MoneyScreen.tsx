import { useLocation } from 'wouter';
import { NotFound } from '../../shell/NotFound.tsx';
import '../data/data.css';
import '../settlement/settlement.css';
import { CampusAccountPage } from './CampusAccountPage.tsx';
import { GrantsPage } from './GrantsPage.tsx';
import './money.css';
import { OverviewPage } from './OverviewPage.tsx';

/** 资金总览, 拨款与欠拨 and 校区账户. */
export function MoneyScreen() {
  const [path] = useLocation();
  const [, , part = '', ...rest] = path.split('/');
  if (rest.length > 0) return <NotFound />;
  switch (part) {
    case '': return <OverviewPage />;
    case 'grants': return <GrantsPage />;
    case 'campus': return <CampusAccountPage />;
    default: return <NotFound />;
  }
}
