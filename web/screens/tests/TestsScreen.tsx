import { useLocation } from 'wouter';
import { NotFound } from '../../shell/NotFound.tsx';
import '../data/data.css';
import { ArrangePage } from './ArrangePage.tsx';
import { PlanPage } from './PlanPage.tsx';
import { SamplePage } from './SamplePage.tsx';
import { SeasonPage } from './SeasonPage.tsx';
import { TestList } from './TestList.tsx';
import './tests.css';

/** 抽测与升段: `/tests` lists, `/tests/plan` and `/tests/arrange` begin one, `/tests/sample/12` is a sample test, `/tests/step-up/H1/2026` a season. */
export function TestsScreen() {
  const [path] = useLocation();
  const [, , part = '', id = '', year = '', ...rest] = path.split('/').map(decodeURIComponent);
  if (rest.length > 0) return <NotFound />;
  if (part === 'sample' && id !== '' && year === '') return <SamplePage key={id} sample_test_id={id} />;
  if (part === 'step-up' && year !== '') return <SeasonPage key={`${id} ${year}`} college_id={id} year={year} />;
  if (id !== '') return <NotFound />;
  switch (part) {
    case '': return <TestList />;
    case 'plan': return <PlanPage />;
    case 'arrange': return <ArrangePage />;
    default: return <NotFound />;
  }
}
