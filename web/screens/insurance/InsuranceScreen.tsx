import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button } from '../../components/Button/Button.tsx';
import { DateField } from '../../components/Field/DateField.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { Page } from '../../shell/PageHead.tsx';
import { useMay } from '../../shell/session.ts';
import { insuranceWords } from '../../words/insurance.ts';
import '../agreements/agreements.css';
import '../data/data.css';
import '../internships/internships.css';
import { CoverDialog } from './CoverDialog.tsx';
import { CoverFigures } from './CoverFigures.tsx';
import { PolicyDialog } from './PolicyDialog.tsx';
import { PolicyTable } from './PolicyTable.tsx';
import { useCoverage } from './queries.ts';
import type { Coverage, Policy } from './queries.ts';
import { UncoveredTable } from './UncoveredTable.tsx';

/** 保险: whom the school's policies cover, and whom they do not. */
export function InsuranceScreen() {
  const say = useWords(insuranceWords);
  const [on] = useInAddress('day');
  const [school] = useInAddress('school');
  const query = useCoverage(on, school);
  return (
    <Page title={say.title} lead={say.lead}>
      <Answer query={query}>{(coverage) => <Cover coverage={coverage} />}</Answer>
    </Page>
  );
}

function Cover({ coverage }: { coverage: Coverage }) {
  const say = useWords(insuranceWords);
  const may = useMay();
  const queries = useQueryClient();
  const [, setOn] = useInAddress('day');
  const [school, setSchool] = useInAddress('school');
  const [doing, setDoing] = useState<'record' | { readonly cover: Policy } | { readonly correct: Policy } | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const { on, schools, own_school, uncovered, policies } = coverage;
  const finished = async (what: string) => {
    await Promise.all([queries.invalidateQueries({ queryKey: ['insurance'] }), queries.invalidateQueries({ queryKey: ['internships'] })]);
    setDoing(null);
    setSaid(what);
  };
  const names = [...new Map([...schools, ...policies].map((one) => [one.school_id, one.school]))].map(([value, label]) => ({ value, label }));
  const tableOf = school !== '' ? school : own_school ?? (names.length === 1 ? names[0]?.value ?? '' : '');
  const query = new URLSearchParams({ school_id: tableOf, on }).toString();
  return (
    <div className="agreement-page">
      {said !== null && <Notice kind="done" title={said} announce />}
      <div className="agreement-filters no-print">
        <DateField label={say.on} help={say.onHelp} value={on as PlainDate} onChange={(day) => setOn(day ?? '')} />
        {(names.length > 1 || school !== '') && <SelectField label={say.school} optional value={school} onChange={setSchool} options={names} />}
      </div>
      <div className="button-row no-print">
        {own_school !== null && <Button kind="primary" onClick={() => setDoing('record')}>{say.record}</Button>}
        {may('policies.export') && tableOf !== '' && (
          <>
            <a className="button" href={`/api/insurance/workbook?${query}`} download>{say.workbook}</a>
            <a className="button" href={`/api/insurance/paper?${query}`} download>{say.paper}</a>
          </>
        )}
      </div>
      <CoverFigures coverage={coverage} />
      <UncoveredTable uncovered={uncovered} named={may('students.read')} />
      <PolicyTable policies={policies} onCover={(cover) => setDoing({ cover })} onCorrect={(correct) => setDoing({ correct })} />
      {doing === 'record' && own_school !== null && <PolicyDialog school_id={own_school} correcting={null} uncovered={uncovered} onClose={() => setDoing(null)} onDone={(many) => finished(say.recorded(many))} />}
      {doing !== null && doing !== 'record' && 'correct' in doing && <PolicyDialog school_id={doing.correct.school_id} correcting={doing.correct} uncovered={uncovered} onClose={() => setDoing(null)} onDone={(many) => finished(say.corrected(many))} />}
      {doing !== null && doing !== 'record' && 'cover' in doing && <CoverDialog policy={doing.cover} uncovered={uncovered} onClose={() => setDoing(null)} onDone={(many) => finished(say.coveredNow(many))} />}
    </div>
  );
}
