import { useLocation } from 'wouter';
import { NotFound } from '../../shell/NotFound.tsx';
import { useSession } from '../../shell/session.ts';
import '../data/data.css';
import '../settlement/settlement.css';
import { BillsPage } from './BillsPage.tsx';
import './clearing.css';
import { OrdersPage } from './OrdersPage.tsx';
import { keptBy } from './parts.ts';
import { ReceiptsPage } from './ReceiptsPage.tsx';

/** 资金清分: from the bills of September to what is passed on. */
export function ClearingScreen() {
  const [path] = useLocation();
  const { roles } = useSession();
  const [, , part = '', ...rest] = path.split('/');
  if (rest.length > 0) return <NotFound />;
  switch (part) {
    case '': return keptBy(roles, 'bills').length > 0 ? <BillsPage /> : <OrdersPage />;
    case 'bills': return <BillsPage />;
    case 'orders': return <OrdersPage />;
    case 'receipts': return <ReceiptsPage />;
    default: return <NotFound />;
  }
}
