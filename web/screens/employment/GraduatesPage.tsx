import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useAsked } from '../../provenance/useOrigins.ts';
import { useInAddress } from '../../settings/useInAddress.ts';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { employmentWords } from '../../words/employment.ts';
import { ClassEntry } from './ClassEntry.tsx';
import { DestinationDialog } from './DestinationDialog.tsx';
import { EmploymentPage } from './EmploymentPage.tsx';
import { FollowUps } from './FollowUps.tsx';
import { GraduateTable } from './GraduateTable.tsx';
import { EMPLOYMENT, graduatesQuery, yearQuery, type Graduate, type GraduatesAnswer } from './queries.ts';
import { ReportLinks } from './ReportLinks.tsx';

/** Every graduate of a year with where they went; who keeps them records it, one by one or by class. */
export function GraduatesPage() {
  const say = useWords(employmentWords);
  const asked = useAsked();
  const [year] = useInAddress('year');
  const [school, setSchool] = useInAddress('school');
  const query = useQuery(graduatesQuery(asked, { ...yearQuery(year), ...(school !== '' && { school_id: school }) }));
  return (
    <EmploymentPage part="graduates" lead={say.graduatesLead}>
      <Answer query={query}>
        {(answer) => (answer.years.length === 0 ? <EmptyState title={say.noneHere}>{say.noneHereHelp}</EmptyState> : <Contents answer={answer} school={school} onSchool={setSchool} />)}
      </Answer>
    </EmploymentPage>
  );
}

interface ContentsProps {
  readonly answer: GraduatesAnswer;
  readonly school: string;
  readonly onSchool: (school: string) => void;
}

const ALL = 'all';

function Contents({ answer, school, onSchool }: ContentsProps) {
  const say = useWords(employmentWords);
  const queries = useQueryClient();
  const [, setYear] = useInAddress('year');
  const [klass, setKlass] = useInAddress('class');
  const [shown, setShown] = useInAddress('shown');
  const [entering, setEntering] = useState<Graduate | 'class' | null>(null);
  const [saved, setSaved] = useState<number | null>(null);
  const ofClass = answer.graduates.filter(({ class_id }) => klass === '' || class_id === klass);
  const open = ofClass.filter(({ destinations }) => destinations.length === 0);
  const ofSchool = school === '' ? (answer.schools.length === 1 ? answer.schools[0]?.school_id : undefined) : school;
  const done = async (many: number) => {
    await queries.invalidateQueries({ queryKey: [EMPLOYMENT] });
    setEntering(null);
    setSaved(many);
  };
  return (
    <div className="cooperation employment">
      <div className="directory-filters no-print">
        <SelectField label={say.year} value={String(answer.year)} onChange={setYear} options={answer.years.map((one) => ({ value: String(one), label: String(one) }))} />
        {(answer.schools.length > 1 || school !== '') && <SelectField label={say.school} value={school === '' ? ALL : school} onChange={(value) => onSchool(value === ALL ? '' : value)} options={[{ value: ALL, label: say.all }, ...answer.schools.map(({ school_id, name }) => ({ value: school_id, label: name }))]} />}
        <SelectField label={say.class} value={klass === '' ? ALL : klass} onChange={(value) => setKlass(value === ALL ? '' : value)} options={[{ value: ALL, label: say.all }, ...answer.classes.map(({ class_id, graduates, recorded }) => ({ value: class_id, label: `${class_id === '' ? say.noClass : class_id}（${recorded}/${graduates}）` }))]} />
        <SelectField label={say.shown} value={shown === 'missing' ? 'missing' : ALL} onChange={(value) => setShown(value === ALL ? '' : value)} options={[{ value: ALL, label: say.all }, { value: 'missing', label: say.onlyMissing }]} />
      </div>
      {saved !== null && <Notice kind="done" title={say.saved(saved)} announce>{say.savedHelp}</Notice>}
      <p role="status">{say.complete(ofClass.length - open.length, ofClass.length)}{'　'}<strong>{open.length === 0 ? say.allDone : say.missing(open.length)}</strong></p>
      <div className="button-row no-print">
        {answer.may_write && entering !== 'class' && <Button kind="primary" onClick={() => setEntering('class')}>{say.classEntry}</Button>}
        {entering === 'class' && <Button onClick={() => setEntering(null)}>{say.byOne}</Button>}
        <ReportLinks answer={answer} school={school} />
      </div>
      {entering === 'class' ? <ClassEntry graduates={ofClass.filter(({ may_write }) => may_write)} today={answer.on} onDone={done} /> : <GraduateTable graduates={shown === 'missing' ? open : ofClass} onEnter={setEntering} />}
      {entering === null && ofSchool !== undefined && <FollowUps school_id={ofSchool} year={answer.year} on={answer.on} />}
      {entering !== null && entering !== 'class' && <DestinationDialog graduate={entering} today={answer.on} onClose={() => setEntering(null)} onDone={() => done(1)} />}
    </div>
  );
}
