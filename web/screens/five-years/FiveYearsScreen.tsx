import { useLocation } from 'wouter';
import { NotAllowed } from '../../shell/NotAllowed.tsx';
import { isPlain, useMay, useSession } from '../../shell/session.ts';
import { FamilyAgreement } from './FamilyAgreement.tsx';
import { FamilyInternship } from './FamilyInternship.tsx';
import { FiveYearsPage } from './FiveYearsPage.tsx';
import '../agreements/agreements.css';
import './five-years.css';

/** 我的五年: `/five-years` for students and guardians, `/five-years/12` is their agreement, `/five-years/internship/12` an internship. */
export function FiveYearsScreen() {
  const [path] = useLocation();
  const may = useMay();
  // Whoever works in the pilot has the agreements themselves.
  if (!isPlain(useSession()) || !may('agreements.read')) return <NotAllowed />;
  const [, , part = '', id = ''] = path.split('/').map(decodeURIComponent);
  if (part === 'internship') return <FamilyInternship key={id} placement_id={id} />;
  const agreement_id = part;
  return agreement_id === '' ? <FiveYearsPage /> : <FamilyAgreement key={agreement_id} agreement_id={agreement_id} />;
}
