import { useLocation } from 'wouter';
import { NotFound } from '../../shell/NotFound.tsx';
import '../data/data.css';
import { AgreementPage } from './AgreementPage.tsx';
import { AgreementsPage } from './AgreementsPage.tsx';
import { Directory } from './Directory.tsx';
import { OrganisationPage } from './OrganisationPage.tsx';
import { ProgrammePage } from './ProgrammePage.tsx';
import './organisations.css';

/** 合作单位: the directory, an organisation, a park, a programme, the agreements, one of them. */
export function OrganisationsScreen() {
  const [path] = useLocation();
  const [, , what = '', id = ''] = path.split('/').map(decodeURIComponent);
  if (what === '') return <Directory />;
  if (what === 'agreements' && id === '') return <AgreementsPage />;
  if (id === '') return <NotFound />;
  switch (what) {
    case 'agreements': return <AgreementPage key={id} agreement_id={id} />;
    case 'unit': case 'park': return <OrganisationPage key={path} id={id} of={what} />;
    case 'programme': return <ProgrammePage key={id} programme_id={id} />;
    default: return <NotFound />;
  }
}
