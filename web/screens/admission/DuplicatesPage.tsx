import { useState } from 'react';
import { Answer } from '../../components/Answer/Answer.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { useMay } from '../../shell/session.ts';
import { admissionWords } from '../../words/admission.ts';
import { AdmissionPage, YearField } from './AdmissionPage.tsx';
import { DecideDialog } from './DecideDialog.tsx';
import { PairList } from './PairList.tsx';
import { useAdmissionYear, usePairs } from './queries.ts';
import type { Pair } from './queries.ts';

/** Look-alikes of a year, those to be decided first. */
export function DuplicatesPage() {
  const say = useWords(admissionWords);
  const [year] = useAdmissionYear();
  const query = usePairs(year);
  const may = useMay();
  const [deciding, setDeciding] = useState<Pair | null>(null);
  return (
    <AdmissionPage part="duplicates" lead={say.duplicatesLead}>
      <div className="directory-filters no-print"><YearField /></div>
      <Answer query={query}>
        {({ pairs }) => (pairs.length === 0 ? <EmptyState title={say.noPairs}>{say.noPairsHelp}</EmptyState> : <PairList pairs={pairs} {...(may('students.write') && { onDecide: setDeciding })} />)}
      </Answer>
      {deciding !== null && <DecideDialog pair={deciding} onClose={() => setDeciding(null)} />}
    </AdmissionPage>
  );
}
