import { useLocation } from 'wouter';
import { NotFound } from '../../shell/NotFound.tsx';
import '../data/data.css';
import '../settlement/settlement.css';
import { GrantsPage } from './GrantsPage.tsx';
import './money.css';
import { OverviewPage } from './OverviewPage.tsx';

/** 资金总览 and 拨款与欠拨. */
export function MoneyScreen() {
  const [path] = useLocation();
  const [, , part = '', ...rest] = path.split('/');
  if (rest.length > 0) return <NotFound />;
  switch (part) {
    case '': return <OverviewPage />;
    case 'grants': return <GrantsPage />;
    default: return <NotFound />;
  }
}
