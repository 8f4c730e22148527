import { useLocation } from 'wouter';
import { NotFound } from '../../shell/NotFound.tsx';
import '../agreements/agreements.css';
import '../data/data.css';
import { InternList } from './InternList.tsx';
import { InternshipPage } from './InternshipPage.tsx';
import './internships.css';
import { PostPool } from './PostPool.tsx';

/** 实习: `/internships` lists interns, `/internships/posts` is the pool, `/internships/12` is one internship. */
export function InternshipsScreen() {
  const [path] = useLocation();
  const [, , part = '', ...rest] = path.split('/');
  if (rest.length > 0) return <NotFound />;
  if (part === '') return <InternList />;
  if (part === 'posts') return <PostPool />;
  return /^\d+$/.test(part) ? <InternshipPage key={part} placement_id={part} /> : <NotFound />;
}
