import { useLocation } from 'wouter';
import { NotFound } from '../../shell/NotFound.tsx';
import '../data/data.css';
import { ConductPage } from './ConductPage.tsx';
import { OfferingPage } from './OfferingPage.tsx';
import './teaching.css';
import { TermPage } from './TermPage.tsx';

/** 教务: `/teaching` is a term, `/teaching/12` a course of a class, `/teaching/conduct/K` the conduct of a class. */
export function TeachingScreen() {
  const [path] = useLocation();
  const [, , part = '', of = '', ...rest] = path.split('/');
  if (rest.length > 0) return <NotFound />;
  if (part === '') return <TermPage />;
  if (part === 'conduct' && of !== '') return <ConductPage key={of} class_id={decodeURIComponent(of)} />;
  return /^\d+$/.test(part) && of === '' ? <OfferingPage key={part} offering_id={part} /> : <NotFound />;
}
