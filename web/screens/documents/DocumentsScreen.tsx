import { useLocation } from 'wouter';
import { NotFound } from '../../shell/NotFound.tsx';
import '../data/data.css';
import { DocumentList } from './DocumentList.tsx';
import { DocumentPage } from './DocumentPage.tsx';
import { SeriesPage } from './SeriesPage.tsx';
import './documents.css';

/** 文书与附件: `/documents` lists, `/documents/series` counts numbers, `/documents/12` is one document. */
export function DocumentsScreen() {
  const [path] = useLocation();
  const [, , part = '', ...rest] = path.split('/');
  if (rest.length > 0) return <NotFound />;
  if (part === '') return <DocumentList />;
  if (part === 'series') return <SeriesPage />;
  return /^\d+$/.test(part) ? <DocumentPage key={part} document_id={part} /> : <NotFound />;
}
