import { useLocation } from 'wouter';
import { CampusForecast } from './CampusForecast.tsx';
import { RegionForecast } from './RegionForecast.tsx';
import './forecast.css';

/** 预测: `/forecast` looks ahead for the region, `/forecast/C1` for one campus. */
export function ForecastScreen() {
  const [path] = useLocation();
  const campus_id = decodeURIComponent(path.split('/')[2] ?? '');
  return campus_id === '' ? <RegionForecast /> : <CampusForecast key={campus_id} campus_id={campus_id} />;
}
