import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { academicYearOf } from '../../../core/values/plain-date.ts';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { NotAllowed } from '../../shell/NotAllowed.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { useMay } from '../../shell/session.ts';
import { agreementWords } from '../../words/agreements.ts';
import { shellWords } from '../../words/shell.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import type { Preparation } from './queries.ts';
import { useListing, usePreparation } from './queries.ts';
import { isFilled, YearFields, type Filling } from './YearFields.tsx';

/** R3-h: the school draws up the agreements of a programme's new students in one act. */
export function PreparePage() {
  const say = useWords(agreementWords);
  const shell = useWords(shellWords);
  const may = useMay();
  const [programme, setProgramme] = useInAddress('programme');
  const listing = useListing('');
  const cohort = listing.data === undefined ? '' : String(academicYearOf(listing.data.on as PlainDate));
  const preparation = usePreparation(cohort, cohort === '' ? '' : programme);
  if (!may('agreements.write')) return <NotAllowed />;
  return (
    <Page title={say.prepareTitle} lead={say.prepareLead}>
      <p className="way-back no-print"><ScreenLink to="/agreements">← {shell.agreements}</ScreenLink></p>
      <Answer query={listing}>
        {({ agreements }) => (
          <SelectField label={say.programme} value={programme} onChange={setProgramme} options={[...new Map(agreements.map((one) => [one.programme_id, one.programme]))].map(([value, label]) => ({ value, label }))} />
        )}
      </Answer>
      {programme !== '' && <Answer query={preparation}>{(prepared) => <Fill key={prepared.programme_id} prepared={prepared} />}</Answer>}
    </Page>
  );
}

type Drawn = Awaited<ReturnType<typeof drawUp>>;

function drawUp({ cohort, programme_id }: Preparation, { years, terms }: Filling) {
  return ask(client.api.agreements.$post({ json: { cohort, programme_id, years: [...years], terms: terms.trim() } }, onceOnly()));
}

function Fill({ prepared }: { prepared: Preparation }) {
  const say = useWords(agreementWords);
  const queries = useQueryClient();
  const [filling, setFilling] = useState<Filling>({ years: prepared.years, terms: '' });
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const [busy, setBusy] = useState(false);
  const [lacks, setLacks] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setLacks(!isFilled(filling));
    if (!isFilled(filling)) return;
    setBusy(true);
    setFault(null);
    try {
      setDrawn(await drawUp(prepared, filling));
      await queries.invalidateQueries({ queryKey: ['agreements'] });
      window.scrollTo(0, 0);
    } catch (error) {
      setFault(error);
    }
    setBusy(false);
  };
  if (drawn !== null) return <Outcome drawn={drawn} />;
  return (
    <form className="field-stack" noValidate onSubmit={(event) => void submit(event)}>
      <p>{say.students(prepared.students.length, prepared.students.filter(({ drawn_up }) => drawn_up).length)}</p>
      {fault !== null && <RefusalNotice title={say.notDrawnUp} error={fault} />}
      <YearFields cohort={prepared.cohort} filling={filling} places={prepared.places} onChange={setFilling} />
      {lacks && <p className="field-error" role="alert"><span aria-hidden="true">▲ </span>{say.fillAll}</p>}
      <div className="button-row"><Button kind="primary" type="submit" aria-disabled={busy}>{busy ? say.working : say.drawUp}</Button></div>
    </form>
  );
}

function Outcome({ drawn: { made, there, lacking } }: { drawn: Drawn }) {
  const say = useWords(agreementWords);
  return (
    <>
      <Notice kind="done" title={say.drawn(made.length)} announce>{there.length > 0 && say.there(there.length)}</Notice>
      {lacking.length > 0 && (
        <Notice kind="warning" title={say.lackingTitle(lacking.length)}>
          <ul>{lacking.map((one) => <li key={one.student_id}>{say.lacks(`${one.name} ${one.student_id}`, one.lacking.map(({ what }) => lackText(what, say)).join('、'))}</li>)}</ul>
        </Notice>
      )}
    </>
  );
}

/** `place/4` → 学习地点 4. */
function lackText(what: string, say: Readonly<Record<string, unknown>>): string {
  const [name = '', of = ''] = what.split('/');
  const word = say[`lack_${name}`];
  return `${typeof word === 'string' ? word : name}${of === '' ? '' : ` ${of}`}`;
}
