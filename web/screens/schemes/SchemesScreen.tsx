import { useLocation } from 'wouter';
import { NotFound } from '../../shell/NotFound.tsx';
import '../data/data.css';
import '../matters/matters.css';
import { SchemeList } from './SchemeList.tsx';
import { SchemePage } from './SchemePage.tsx';
import './schemes.css';

/** 培养方案: `/schemes` lists, `/schemes/12` is the scheme of matter 12. */
export function SchemesScreen() {
  const [path] = useLocation();
  const [, , part = '', ...rest] = path.split('/');
  if (rest.length > 0) return <NotFound />;
  if (part === '') return <SchemeList />;
  return /^\d+$/.test(part) ? <SchemePage key={part} matter_id={part} /> : <NotFound />;
}
