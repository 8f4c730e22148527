import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button, ButtonLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { Page } from '../../shell/PageHead.tsx';
import { useMay } from '../../shell/session.ts';
import { agreementWords } from '../../words/agreements.ts';
import { formatDate } from '../../words/format.ts';
import { shellWords } from '../../words/shell.ts';
import { AgreementTable } from './AgreementTable.tsx';
import { BatchDialog } from './BatchDialog.tsx';
import type { Listed, Listing } from './queries.ts';
import { useListing } from './queries.ts';
import { useSigningParty } from './signing-party.ts';

const STATES = ['everything', 'missing', 'late', 'mine', 'notDrawn'] as const;
/** So many at most are signed in one act. */
const MOST_SIGNED = 200;

/** Who has signed, who has not, who is late; and what waits for the asker's own signature. */
export function AgreementList() {
  const say = useWords(agreementWords);
  const shell = useWords(shellWords);
  const may = useMay();
  const [cohort, setCohort] = useInAddress('cohort');
  const query = useListing(cohort);
  return (
    <Page title={shell.agreements}>
      {may('agreements.write') && <div className="button-row no-print"><ButtonLink kind="primary" to="/agreements/prepare">{say.prepare}</ButtonLink></div>}
      <Answer query={query}>{(listing) => <ListedAgreements key={listing.cohort} listing={listing} onCohort={setCohort} />}</Answer>
    </Page>
  );
}

function ListedAgreements({ listing, onCohort }: { listing: Listing; onCohort: (cohort: string) => void }) {
  const say = useWords(agreementWords);
  const { language } = useSettings().settings;
  const may = useMay();
  const queries = useQueryClient();
  const party = useSigningParty();
  const [school, setSchool] = useInAddress('school');
  const [programme, setProgramme] = useInAddress('programme');
  const [state, setState] = useInAddress('state');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [signing, setSigning] = useState(false);
  const [said, setSaid] = useState(false);
  const { agreements, cohort, on, unnamed, unnamed_registered } = listing;
  const isMine = ({ missing }: Listed) => party !== null && missing[0] === party;
  const narrowed = agreements.filter((one) => (school === '' || one.school_id === school) && (programme === '' || one.programme_id === programme));
  const shown = narrowed.filter((one) => fits(one, state, isMine));
  const mine = shown.filter(isMine).slice(0, MOST_SIGNED);
  const picked = agreements.filter((one) => one.agreement_id !== null && chosen.has(one.agreement_id) && isMine(one));
  const options = (id: 'school_id' | 'programme_id', name: 'school' | 'programme', of: readonly Listed[]) => [...new Map(of.map((one) => [one[id], one[name]]))].map(([value, label]) => ({ value, label }));
  const done = async () => {
    await queries.invalidateQueries({ queryKey: ['agreements'] });
    setSigning(false);
    setChosen(new Set());
    setSaid(true);
  };
  const schools = options('school_id', 'school', agreements);
  const ledgerOf = school !== '' ? school : schools.length === 1 ? schools[0]?.value ?? '' : '';
  return (
    <>
      <p className="page-lead">{say.lead(cohort, formatDate(on, language))}　{say.counts(narrowed.length, narrowed.filter((one) => one.state === 'signed').length, narrowed.filter(({ late }) => late).length)}</p>
      {said && <Notice kind="done" title={say.signedNow} announce>{say.signedNowHelp}</Notice>}
      {unnamed > 0 && <Notice kind="info" title={say.unnamed(unnamed)} />}
      {unnamed_registered > 0 && <p className="small">{say.unnamedRegistered(unnamed_registered)}</p>}
      <div className="agreement-filters no-print">
        <SelectField label={say.cohort} value={String(cohort)} onChange={onCohort} options={Array.from({ length: 6 }, (_, at) => Number(on.slice(0, 4)) - at).map((year) => ({ value: String(year), label: say.cohortOf(year) }))} />
        {schools.length > 1 && <SelectField label={say.school} optional value={school} onChange={setSchool} options={schools} />}
        <SelectField label={say.programme} optional value={programme} onChange={setProgramme} options={options('programme_id', 'programme', agreements.filter((one) => school === '' || one.school_id === school))} />
        <SelectField label={say.filterState} value={state === '' ? 'everything' : state} onChange={(next) => setState(next === 'everything' ? '' : next)} options={STATES.filter((one) => one !== 'mine' || party !== null).map((value) => ({ value, label: say[value] }))} />
      </div>
      <div className="button-row no-print">
        {mine.length > 0 && <Button onClick={() => setChosen(new Set(mine.map(({ agreement_id }) => agreement_id ?? '')))}>{say.chooseAll(mine.length)}</Button>}
        {picked.length > 0 && party !== null && <Button kind="primary" onClick={() => { setSaid(false); setSigning(true); }}>{say.signChosen(picked.length)}</Button>}
        {may('agreements.export') && (ledgerOf === '' ? <span className="small">{say.ledgerOf}</span> : <Ledger school_id={ledgerOf} cohort={cohort} />)}
      </div>
      {shown.length === 0 ? <EmptyState title={say.none}>{say.noneHelp}</EmptyState> : (
        <AgreementTable
          agreements={shown} isMine={isMine} chosen={chosen}
          onChoose={(id, isChosen) => setChosen((now) => new Set(isChosen ? [...now, id] : [...now].filter((one) => one !== id)))}
        />
      )}
      {signing && party !== null && <BatchDialog party={party} agreements={picked} onClose={() => setSigning(false)} onSigned={done} />}
    </>
  );
}

function Ledger({ school_id, cohort }: { school_id: string; cohort: number }) {
  const say = useWords(agreementWords);
  const query = new URLSearchParams({ school_id, cohort: String(cohort) }).toString();
  return (
    <>
      <a className="button" href={`/api/agreement-ledger/workbook?${query}`} download>{say.ledger}</a>
      <a className="button" href={`/api/agreement-ledger/paper?${query}`} download>{say.ledgerPaper}</a>
    </>
  );
}

function fits(one: Listed, state: string, isMine: (one: Listed) => boolean): boolean {
  switch (state) {
    case 'missing': return one.ended === null && (one.state !== 'signed' || one.renewing);
    case 'late': return one.ended === null && one.late;
    case 'mine': return isMine(one);
    case 'notDrawn': return one.ended === null && one.state === 'not_drawn_up';
    default: return true;
  }
}
