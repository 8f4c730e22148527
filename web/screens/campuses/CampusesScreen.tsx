import { useLocation } from 'wouter';
import { CampusList } from './CampusList.tsx';
import { CampusPage } from './CampusPage.tsx';
import './campuses.css';

/** 校区达标: `/campuses` lists them, `/campuses/C1` is one. */
export function CampusesScreen() {
  const [path] = useLocation();
  const campus_id = decodeURIComponent(path.split('/')[2] ?? '');
  return campus_id === '' ? <CampusList /> : <CampusPage key={campus_id} campus_id={campus_id} />;
}
