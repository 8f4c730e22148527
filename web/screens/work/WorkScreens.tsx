import { useLocation } from 'wouter';
import type { Area } from '../../../core/journals/journal-kind.ts';
import { NotFound } from '../../shell/NotFound.tsx';
import '../data/data.css';
import '../organisations/organisations.css';
import { EntryPage } from './EntryPage.tsx';
import { WorkPage } from './WorkPage.tsx';
import './work.css';

/** 师资: `/teachers` is a campus's page, `/teachers/12` one of its records; the others likewise. */
export const TeachersScreen = () => <WorkScreen area="teachers" />;
/** 实训基地 */
export const BasesScreen = () => <WorkScreen area="bases" />;
/** 日常与安全 */
export const DailyScreen = () => <WorkScreen area="daily" />;

function WorkScreen({ area }: { area: Area }) {
  const [path] = useLocation();
  const [, , id = '', ...rest] = path.split('/').map(decodeURIComponent);
  if (rest.length > 0) return <NotFound />;
  return id === '' ? <WorkPage key={area} area={area} /> : <EntryPage key={id} area={area} entry_id={id} />;
}
