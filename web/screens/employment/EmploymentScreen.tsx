import { useLocation } from 'wouter';
import { NotAllowed } from '../../shell/NotAllowed.tsx';
import { useMay } from '../../shell/session.ts';
import '../data/data.css';
import '../organisations/organisations.css';
import './employment.css';
import { GraduatesPage } from './GraduatesPage.tsx';
import { NumbersPage } from './NumbersPage.tsx';
import { RecommendPage } from './RecommendPage.tsx';
import { ServicesPage } from './ServicesPage.tsx';

/** 就业: where graduates went, the local rate, and who helped them. */
export function EmploymentScreen() {
  const [path] = useLocation();
  const may = useMay();
  switch (path.split('/')[2] ?? '') {
    case 'graduates': return may('employment.read') ? <GraduatesPage /> : <NotAllowed />;
    case 'firms': return may('employment.read') ? <RecommendPage /> : <NotAllowed />;
    case 'services': return may('employment.read') ? <ServicesPage /> : <NotAllowed />;
    default: return may('verdicts.read') ? <NumbersPage /> : <NotAllowed />;
  }
}
