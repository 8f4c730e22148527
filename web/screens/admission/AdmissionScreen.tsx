import { useLocation } from 'wouter';
import { useMay } from '../../shell/session.ts';
import '../data/data.css';
import '../data/import/import.css';
import '../organisations/organisations.css';
import { DuplicatesPage } from './DuplicatesPage.tsx';
import { ERegistrationPage } from './ERegistrationPage.tsx';
import { ListsPage } from './ListsPage.tsx';
import { RegisteringPage } from './RegisteringPage.tsx';
import { UploadPage } from './UploadPage.tsx';
import { YearPage } from './YearPage.tsx';
import './admission.css';

/** 招生与注册: from the list of admitted students to the filed list and electronic registration. */
export function AdmissionScreen() {
  const [path] = useLocation();
  const may = useMay();
  // Whoever brings lists in and reads no minors' records has the one page.
  if (!may('students.read')) return <UploadPage />;
  switch (path.split('/')[2] ?? '') {
    case 'upload': return <UploadPage />;
    case 'duplicates': return <DuplicatesPage />;
    case 'registering': return <RegisteringPage />;
    case 'lists': return <ListsPage />;
    case 'e-registrations': return <ERegistrationPage />;
    default: return <YearPage />;
  }
}
