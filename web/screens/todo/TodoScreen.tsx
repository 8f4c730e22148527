import { useLocation, useSearch } from 'wouter';
import { NotFound } from '../../shell/NotFound.tsx';
import { DutiesAbout } from './DutiesAbout.tsx';
import { DutyList } from './DutyList.tsx';
import { HolidaysPage } from './HolidaysPage.tsx';
import { LateDuties } from './LateDuties.tsx';
import { MyDuties } from './MyDuties.tsx';
import './todo.css';

/** 待办: `/todo` what is due from me, `/todo?duty=agreement` one kind of it one by one, `/todo?about=campus:C1` what is due about something, `/todo/late` who is late, `/todo/holidays`. */
export function TodoScreen() {
  const [path] = useLocation();
  const asked = new URLSearchParams(useSearch());
  const [duty, about] = [asked.get('duty'), asked.get('about')];
  if (path === '/todo/late') return <LateDuties />;
  if (path === '/todo/holidays') return <HolidaysPage />;
  if (path !== '/todo') return <NotFound />;
  if (about !== null) return <DutiesAbout about={about} />;
  return duty === null ? <MyDuties /> : <DutyList duty={duty} due_on={asked.get('due')} owed_by={asked.get('by')} />;
}
