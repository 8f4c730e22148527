import { useLocation } from 'wouter';
import { CampusChoice } from './CampusChoice.tsx';
import { CampusTrial } from './CampusTrial.tsx';
import './what-if.css';

/** 试算: `/what-if` asks which campus, `/what-if/C1?students=45` is a scenario of one. */
export function WhatIfScreen() {
  const [path] = useLocation();
  const campus_id = decodeURIComponent(path.split('/')[2] ?? '');
  return campus_id === '' ? <CampusChoice /> : <CampusTrial key={campus_id} campus_id={campus_id} />;
}
