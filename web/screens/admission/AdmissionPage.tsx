import type { ReactNode } from 'react';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { useMay } from '../../shell/session.ts';
import { admissionWords } from '../../words/admission.ts';
import { useAdmissionYear } from './queries.ts';

const PARTS = [
  { name: 'years', to: '/admission', needs: 'students.read' }, { name: 'upload', to: '/admission/upload', needs: 'students.write' }, { name: 'duplicates', to: '/admission/duplicates', needs: 'students.read' },
  { name: 'registering', to: '/admission/registering', needs: 'students.read' }, { name: 'lists', to: '/admission/lists', needs: 'students.read' }, { name: 'eRegistrations', to: '/admission/e-registrations', needs: 'students.read' },
] as const;

export type AdmissionPart = (typeof PARTS)[number]['name'];

/** The frame of every page of admission: the parts in the order of the year's work, and which year they are about. */
export function AdmissionPage({ part, lead, children }: { part: AdmissionPart; lead: ReactNode; children: ReactNode }) {
  const say = useWords(admissionWords);
  const may = useMay();
  const [year] = useAdmissionYear();
  return (
    <Page title={say.title} lead={lead}>
      <nav className="data-parts no-print" aria-label={say.parts}>
        {PARTS.filter(({ needs }) => may(needs)).map(({ name, to }) => (
          <ScreenLink key={name} to={to} query={{ year: String(year) }} current={name === part}>{say[name]}</ScreenLink>
        ))}
      </nav>
      {children}
    </Page>
  );
}

const AROUND = [1, 0, -1, -2];

/** Years around the one that is shown. */
export function YearField() {
  const say = useWords(admissionWords);
  const [year, setYear] = useAdmissionYear();
  return <SelectField id="admission-year" label={say.year} value={String(year)} onChange={setYear} options={AROUND.map((more) => ({ value: String(year + more), label: String(year + more) }))} />;
}
