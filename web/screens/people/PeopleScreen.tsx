import { useLocation } from 'wouter';
import { useMay } from '../../shell/session.ts';
import { NotAllowed } from '../../shell/NotAllowed.tsx';
import { NotFound } from '../../shell/NotFound.tsx';
import '../data/data.css';
import { BulkPage } from './bulk/BulkPage.tsx';
import { NewPersonPage } from './NewPersonPage.tsx';
import { PeopleList } from './PeopleList.tsx';
import { PersonPage } from './PersonPage.tsx';
import './people.css';

/** 人员与任职: `/people` lists, `/people/new` and `/people/bulk` make accounts, `/people/12` is one person. */
export function PeopleScreen() {
  const [path] = useLocation();
  const may = useMay();
  const [, , part = '', ...rest] = path.split('/');
  if (rest.length > 0) return <NotFound />;
  if (part === '') return <PeopleList />;
  if (part === 'new' || part === 'bulk') {
    if (!may('accounts.write')) return <NotAllowed />;
    return part === 'new' ? <NewPersonPage /> : <BulkPage />;
  }
  return /^\d+$/.test(part) ? <PersonPage key={part} person_id={part} /> : <NotFound />;
}
