import { useLocation, useSearch } from 'wouter';
import { NotFound } from '../../shell/NotFound.tsx';
import { DutyList } from './DutyList.tsx';
import { HolidaysPage } from './HolidaysPage.tsx';
import { LateDuties } from './LateDuties.tsx';
import { MyDuties } from './MyDuties.tsx';
import './todo.css';

/** 待办: `/todo` what is due from me, `/todo?duty=agreement` one kind of it one by one, `/todo/late` who is late, `/todo/holidays`. */
export function TodoScreen() {
  const [path] = useLocation();
  const asked = new URLSearchParams(useSearch());
  const duty = asked.get('duty');
  if (path === '/todo/late') return <LateDuties />;
  if (path === '/todo/holidays') return <HolidaysPage />;
  if (path !== '/todo') return <NotFound />;
  return duty === null ? <MyDuties /> : <DutyList duty={duty} due_on={asked.get('due')} owed_by={asked.get('by')} />;
}
