import { useLocation } from 'wouter';
import { NotFound } from '../../shell/NotFound.tsx';
import '../data/data.css';
import '../settlement/settlement.css';
import { BillsPage } from './BillsPage.tsx';
import './clearing.css';

/** 资金清分: from the bills of September to what is passed on. */
export function ClearingScreen() {
  const [path] = useLocation();
  const [, , part = '', ...rest] = path.split('/');
  if (rest.length > 0) return <NotFound />;
  switch (part) {
    case '': case 'bills': return <BillsPage />;
    default: return <NotFound />;
  }
}
