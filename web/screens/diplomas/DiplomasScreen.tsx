import { useLocation } from 'wouter';
import { NotFound } from '../../shell/NotFound.tsx';
import '../data/data.css';
import './diplomas.css';
import { RegisterPage } from './RegisterPage.tsx';
import { SecondaryPage } from './SecondaryPage.tsx';

/** 证书发放: `/diplomas` is the register, `/diplomas/secondary` numbers those of the school. */
export function DiplomasScreen() {
  const [path] = useLocation();
  const [, , part = '', ...rest] = path.split('/');
  if (rest.length > 0) return <NotFound />;
  if (part === 'secondary') return <SecondaryPage />;
  return part === '' ? <RegisterPage /> : <NotFound />;
}
