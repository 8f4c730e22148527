import { useLocation } from 'wouter';
import { CampusForecast } from './CampusForecast.tsx';
import { PlanPage } from './PlanPage.tsx';
import { PolicyPage } from './PolicyPage.tsx';
import { ComparePage, ScenarioPage } from './ScenarioPages.tsx';
import { RegionForecast } from './RegionForecast.tsx';
import './forecast.css';

/** Below the address of the page no campus of that name can be meant. */
const PLAN = '+plan';
const POLICY = '+policy';

/** 预测: `/forecast` looks ahead for the region, `/forecast/C1` for one campus, `/forecast/+plan` for the plan that reaches a target, `/forecast/+plan/7` for one that was kept, `/forecast/+plan/7/9` for two side by side, `/forecast/+policy` for what other values of law would change. */
export function ForecastScreen() {
  const [path] = useLocation();
  const campus_id = decodeURIComponent(path.split('/')[2] ?? '');
  const [one = '', other = ''] = path.split('/').slice(3).map(decodeURIComponent);
  if (campus_id === PLAN && other !== '') return <ComparePage key={path} one={one} other={other} />;
  if (campus_id === PLAN && one !== '') return <ScenarioPage key={path} which={one} />;
  if (campus_id === PLAN) return <PlanPage />;
  if (campus_id === POLICY) return <PolicyPage />;
  return campus_id === '' ? <RegionForecast /> : <CampusForecast key={campus_id} campus_id={campus_id} />;
}
