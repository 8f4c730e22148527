import { useLocation } from 'wouter';
import { NotAllowed } from '../../shell/NotAllowed.tsx';
import { NotFound } from '../../shell/NotFound.tsx';
import { useMay } from '../../shell/session.ts';
import '../data/data.css';
import { DelegationsPage } from './DelegationsPage.tsx';
import { MatterList } from './MatterList.tsx';
import { MatterPage } from './MatterPage.tsx';
import './matters.css';
import { NewMatterPage } from './NewMatterPage.tsx';

/** 事项: `/matters` lists, `/matters/new` opens one, `/matters/deputies` is who stands in, `/matters/12` is one of them. */
export function MattersScreen() {
  const [path] = useLocation();
  const may = useMay();
  const [, , part = '', ...rest] = path.split('/');
  if (rest.length > 0) return <NotFound />;
  if (part === '') return <MatterList />;
  if (part === 'new' || part === 'deputies') {
    if (!may('matters.approve')) return <NotAllowed />;
    return part === 'new' ? <NewMatterPage /> : <DelegationsPage />;
  }
  return /^\d+$/.test(part) ? <MatterPage key={part} matter_id={part} /> : <NotFound />;
}
