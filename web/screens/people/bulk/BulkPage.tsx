import { useState } from 'react';
import { EmptyState } from '../../../components/EmptyState/EmptyState.tsx';
import { SelectField } from '../../../components/Field/SelectField.tsx';
import { useWords } from '../../../settings/SettingsProvider.tsx';
import { PageLoading } from '../../../shell/PageLoading.tsx';
import { bulkWords } from '../../../words/bulk.ts';
import { PeopleFrame } from '../PeopleFrame.tsx';
import { useSchools } from '../schools.ts';
import type { SchoolChoice } from '../schools.ts';
import { BulkForm } from './BulkForm.tsx';

/** Accounts for the students or guardians of a school, from its registers. */
export function BulkPage() {
  const say = useWords(bulkWords);
  const schools = useSchools();
  return (
    <PeopleFrame part="bulk" lead={say.lead}>
      {schools === undefined ? <PageLoading /> : schools.length === 0 ? <EmptyState title={say.noSchool}>{say.noSchoolHelp}</EmptyState> : <OfSchool schools={schools} />}
    </PeopleFrame>
  );
}

function OfSchool({ schools }: { schools: readonly SchoolChoice[] }) {
  const say = useWords(bulkWords);
  const [school, setSchool] = useState(schools.length === 1 ? (schools[0]?.value ?? '') : '');
  return (
    <>
      {schools.length === 1 ? (
        <p>
          {say.school} <strong>{schools[0]?.label}</strong>
        </p>
      ) : (
        <SelectField label={say.school} help={say.schoolHelp} value={school} options={schools} onChange={setSchool} />
      )}
      {school !== '' && <BulkForm key={school} school_id={school} />}
    </>
  );
}
