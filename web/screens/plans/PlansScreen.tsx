import { useLocation } from 'wouter';
import { NotFound } from '../../shell/NotFound.tsx';
import '../data/data.css';
import '../forecast/forecast.css';
import '../matters/matters.css';
import { PlanList } from './PlanList.tsx';
import { PlanPage } from './PlanPage.tsx';
import './plans.css';

/** 招生计划: `/plans` lists, `/plans/12` is the plan of matter 12. */
export function PlansScreen() {
  const [path] = useLocation();
  const [, , part = '', ...rest] = path.split('/');
  if (rest.length > 0) return <NotFound />;
  if (part === '') return <PlanList />;
  return /^\d+$/.test(part) ? <PlanPage key={part} matter_id={part} /> : <NotFound />;
}
