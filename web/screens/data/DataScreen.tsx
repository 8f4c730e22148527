import { lazy, Suspense } from 'react';
import { useLocation } from 'wouter';
import { NotAllowed } from '../../shell/NotAllowed.tsx';
import { NotFound } from '../../shell/NotFound.tsx';
import { PageLoading } from '../../shell/PageLoading.tsx';
import { useMay } from '../../shell/session.ts';
import { kindOf } from '../../../core/access/kinds.ts';
import { sheetNames } from '../../../core/exchange/sheets.ts';
import './data.css';

const ImportPage = lazy(async () => ({ default: (await import('./import/ImportPage.tsx')).ImportPage }));
const ImportsPage = lazy(async () => ({ default: (await import('./imports/ImportsPage.tsx')).ImportsPage }));
const RegistersPage = lazy(async () => ({ default: (await import('./registers/RegistersPage.tsx')).RegistersPage }));
const NationalPage = lazy(async () => ({ default: (await import('./national/NationalPage.tsx')).NationalPage }));
const RegisterPage = lazy(async () => ({ default: (await import('./registers/RegisterPage.tsx')).RegisterPage }));

/** 数据: `/data` imports, `/data/imports` lists what was imported, `/data/registers` all registers, `/data/registers/rooms` one of them, `/data/national` reports to national systems. */
export function DataScreen() {
  const [path] = useLocation();
  const may = useMay();
  return <Suspense fallback={<PageLoading />}>{pageAt(path, may)}</Suspense>;
}

function pageAt(path: string, may: ReturnType<typeof useMay>) {
  const [, , part = '', name = '', ...rest] = path.split('/');
  if (rest.length > 0) return <NotFound />;
  // Who brings nothing in begins with what is there.
  if (part === '' && name === '') return may('imports.write') ? <ImportPage /> : <RegistersPage />;
  if (part === 'imports' && name === '') return may('imports.read') ? <ImportsPage /> : <NotAllowed />;
  if (part === 'national' && name === '') return may('students.export', 'staff.export') ? <NationalPage /> : <NotAllowed />;
  if (part !== 'registers') return <NotFound />;
  if (name === '') return <RegistersPage />;
  const sheet = sheetNames.find((one) => one === name);
  if (sheet === undefined) return <NotFound />;
  return may(`${kindOf(sheet)}.read`) ? <RegisterPage key={sheet} sheet={sheet} /> : <NotAllowed />;
}
