import { useQuery } from '@tanstack/react-query';
import { Answer } from '../../components/Answer/Answer.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { useSession } from '../../shell/session.ts';
import { admissionWords } from '../../words/admission.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { AdmissionPage, YearField } from './AdmissionPage.tsx';
import { Newcomers } from './Newcomers.tsx';
import { admissionsQuery, useAdmissionYear, useYear } from './queries.ts';
import type { YearAnswer } from './queries.ts';
import { useActing } from './useActing.ts';

/** The schools of a year’s programmes, each once. */
export function schoolsOf({ programmes }: YearAnswer): { readonly value: string; readonly label: string }[] {
  return [...new Map(programmes.map(({ school_id, school }) => [school_id, school]))].map(([value, label]) => ({ value, label }));
}

/** Newcomers of a school: registered together, or their places kept, taken up, lost. */
export function RegisteringPage() {
  const say = useWords(admissionWords);
  const [year] = useAdmissionYear();
  const query = useYear(year);
  return (
    <AdmissionPage part="registering" lead={say.registeringLead}>
      <Answer query={query}>{(answer) => <OfSchool answer={answer} />}</Answer>
    </AdmissionPage>
  );
}

const STATES = ['admitted', 'admission_kept'] as const;

function OfSchool({ answer }: { answer: YearAnswer }) {
  const say = useWords(admissionWords);
  const { roles } = useSession();
  const schools = schoolsOf(answer);
  const own = roles.find(({ role }) => role === 'school_registrar')?.org_id ?? '';
  const [asked, setSchool] = useInAddress('school');
  const [shown, setShown] = useInAddress('state');
  const school = schools.find(({ value }) => value === (asked === '' ? own : asked))?.value ?? schools[0]?.value ?? '';
  const state = STATES.find((one) => one === shown) ?? 'admitted';
  const acting = useActing();
  const list = useQuery({ ...admissionsQuery({ year: answer.year, school, state }), enabled: school !== '' });
  if (school === '') return <EmptyState title={say.noProgrammes}>{say.noProgrammesHelp}</EmptyState>;
  return (
    <div className="cooperation">
      <div className="directory-filters no-print">
        <YearField />
        <SelectField id="admission-school" label={say.school} value={school} onChange={setSchool} options={schools} />
        <SelectField id="admission-state" label={say.stateShown} value={state} onChange={setShown} options={[{ value: 'admitted', label: say.admitted }, { value: 'admission_kept', label: say.kept }]} />
      </div>
      {acting.done !== null && <Notice kind="done" title={say.registeredDone(acting.done.many)} announce><p>{say.registeredRange(acting.done.first, acting.done.last)}</p></Notice>}
      {acting.fault !== null && <RefusalNotice title={say.failed} error={acting.fault} />}
      {own !== school && <Notice kind="info" title={say.onlyRegistrar} />}
      <Answer query={list}>
        {({ admissions }) => (admissions.length === 0
          ? <EmptyState title={state === 'admitted' ? say.nobodyAwaited : say.nobodyKept}>{state === 'admitted' ? say.nobodyAwaitedHelp : say.nobodyKeptHelp}</EmptyState>
          : <Newcomers key={`${school} ${state} ${answer.year}`} year={answer} school={school} state={state} admissions={admissions} mayAct={own === school} acting={acting} />)}
      </Answer>
    </div>
  );
}
