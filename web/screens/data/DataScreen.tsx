import { lazy, Suspense } from 'react';
import { useLocation } from 'wouter';
import { NotFound } from '../../shell/NotFound.tsx';
import { PageLoading } from '../../shell/PageLoading.tsx';
import { sheetNames } from '../../../core/exchange/sheets.ts';
import './data.css';

const ImportPage = lazy(async () => ({ default: (await import('./import/ImportPage.tsx')).ImportPage }));
const ImportsPage = lazy(async () => ({ default: (await import('./imports/ImportsPage.tsx')).ImportsPage }));
const RegistersPage = lazy(async () => ({ default: (await import('./registers/RegistersPage.tsx')).RegistersPage }));
const RegisterPage = lazy(async () => ({ default: (await import('./registers/RegisterPage.tsx')).RegisterPage }));

/** 数据: `/data` imports, `/data/imports` lists what was imported, `/data/registers` all registers, `/data/registers/rooms` one of them. */
export function DataScreen() {
  const [path] = useLocation();
  return <Suspense fallback={<PageLoading />}>{pageAt(path)}</Suspense>;
}

function pageAt(path: string) {
  const [, , part = '', name = '', ...rest] = path.split('/');
  if (rest.length > 0) return <NotFound />;
  if (part === '' && name === '') return <ImportPage />;
  if (part === 'imports' && name === '') return <ImportsPage />;
  if (part !== 'registers') return <NotFound />;
  if (name === '') return <RegistersPage />;
  const sheet = sheetNames.find((one) => one === name);
  return sheet === undefined ? <NotFound /> : <RegisterPage key={sheet} sheet={sheet} />;
}
