import { useLocation } from 'wouter';
import { NotAllowed } from '../../shell/NotAllowed.tsx';
import { isPlain, useSession } from '../../shell/session.ts';
import '../data/data.css';
import { AgreementList } from './AgreementList.tsx';
import { AgreementPage } from './AgreementPage.tsx';
import './agreements.css';
import { PreparePage } from './PreparePage.tsx';

/** 三方协议: `/agreements` lists them, `/agreements/prepare` draws them up, `/agreements/12` is one. */
export function AgreementsScreen() {
  const [path] = useLocation();
  const plain = isPlain(useSession());
  const rest = decodeURIComponent(path.split('/')[2] ?? '');
  if (plain) return <NotAllowed />;
  if (rest === '') return <AgreementList />;
  return rest === 'prepare' ? <PreparePage /> : <AgreementPage key={rest} agreement_id={rest} />;
}
