import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { useMay } from '../../shell/session.ts';
import { formatDate } from '../../words/format.ts';
import { internshipWords } from '../../words/internships.ts';
import { ActDialog } from './ActDialog.tsx';
import { InternshipsFrame } from './InternshipsFrame.tsx';
import { InternTable } from './InternTable.tsx';
import { useInterns } from './queries.ts';
import type { Act, Intern, Listing, Party } from './queries.ts';
import { SignDialog } from './SignDialog.tsx';

const STATES = ['everything', 'lacking', 'ready', 'mine', 'running', 'toAssess'] as const;
const ACTS: readonly Act[] = ['train', 'start', 'visit', 'interrupt', 'resume', 'end', 'cancel', 'assess_firm', 'assess_school'];

/** Interns by class with what each lacks; what may be done is done for all who are chosen, in one act. */
export function InternList() {
  const say = useWords(internshipWords);
  const { language } = useSettings().settings;
  const query = useInterns();
  return (
    <InternshipsFrame part="list" lead={query.data === undefined ? '' : say.lead(formatDate(query.data.on, language))}>
      <Answer query={query}>{(listing) => <Interns listing={listing} />}</Answer>
    </InternshipsFrame>
  );
}

function Interns({ listing: { internships, on } }: { listing: Listing }) {
  const say = useWords(internshipWords);
  const may = useMay();
  const queries = useQueryClient();
  const [klass, setKlass] = useInAddress('class');
  const [programme, setProgramme] = useInAddress('programme');
  const [state, setState] = useInAddress('state');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [doing, setDoing] = useState<Act | Party | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const shown = internships.filter((one) => (klass === '' || one.class_id === klass) && (programme === '' || one.programme_id === programme) && fits(one, state));
  const picked = shown.filter(({ placement_id }) => chosen.has(placement_id));
  const party = picked[0]?.may_sign_as[0];
  const signs = party !== undefined && picked.every((one) => one.may_sign_as.includes(party)) ? party : undefined;
  const acts = ACTS.filter((act) => picked.length > 0 && picked.every((one) => one.may.includes(act)));
  const finished = async (what: string) => {
    await queries.invalidateQueries({ queryKey: ['internships'] });
    setDoing(null);
    setChosen(new Set());
    setSaid(what);
  };
  if (internships.length === 0) return <EmptyState title={say.none}>{may('posts.write') ? say.noneFirmHelp : say.noneHelp}</EmptyState>;
  const options = (values: readonly (readonly [string | null, string | null])[]) => [...new Map(values.flatMap(([value, label]) => (value === null ? [] : [[value, label ?? value] as const])))].map(([value, label]) => ({ value, label }));
  const act = doing === null ? undefined : ACTS.find((one) => one === doing);
  return (
    <>
      <p>{say.counts(shown.length, shown.filter(isReady).length, shown.filter(({ missing }) => missing.length > 0).length)}</p>
      {said !== null && <Notice kind="done" title={said} announce />}
      <div className="agreement-filters no-print">
        <SelectField label={say.programme} optional value={programme} onChange={setProgramme} options={options(internships.map((one) => [one.programme_id, one.programme]))} />
        <SelectField label={say.class} optional value={klass} onChange={setKlass} options={options(internships.map((one) => [one.class_id, one.class_id]))} />
        <SelectField label={say.filterState} value={state === '' ? 'everything' : state} onChange={(next) => setState(next === 'everything' ? '' : next)} options={STATES.map((value) => ({ value, label: say[value] }))} />
      </div>
      <div className="button-row no-print">
        {shown.some((one) => one.may.length + one.may_sign_as.length > 0) && (picked.length < shown.length
          ? <Button onClick={() => setChosen(new Set(shown.map(({ placement_id }) => placement_id)))}>{say.chooseAll(shown.length)}</Button>
          : <Button onClick={() => setChosen(new Set())}>{say.chooseNone}</Button>)}
        {signs !== undefined && <Button kind="primary" onClick={() => setDoing(signs)}>{say.sign(picked.length)}</Button>}
        {acts.map((one) => <Button key={one} kind={one === 'start' && picked.every(isReady) ? 'primary' : 'secondary'} onClick={() => setDoing(one)}>{say.doFor(say[`act_${one}`], picked.length)}</Button>)}
      </div>
      <InternTable interns={shown} chosen={chosen} onChoose={(id, isChosen) => setChosen((now) => new Set(isChosen ? [...now, id] : [...now].filter((one) => one !== id)))} />
      {act !== undefined && <ActDialog act={act} interns={picked} today={on} onClose={() => setDoing(null)} onDone={finished} />}
      {act === undefined && doing !== null && signs !== undefined && <SignDialog party={signs} interns={picked} onClose={() => setDoing(null)} onSigned={() => finished(say.signedNow)} />}
    </>
  );
}

const isReady = ({ state, missing }: Intern): boolean => state === 'planned' && missing.length === 0;

function fits(one: Intern, state: string): boolean {
  switch (state) {
    case 'lacking': return one.missing.length > 0;
    case 'ready': return isReady(one);
    case 'mine': return one.may_sign_as.length > 0;
    case 'running': return one.state === 'started' || one.state === 'interrupted';
    case 'toAssess': return one.state === 'ended' && one.passed === null;
    default: return true;
  }
}
