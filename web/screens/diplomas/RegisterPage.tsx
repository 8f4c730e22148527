import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { DIPLOMA_KIND_IDS, DIPLOMA_KINDS, DIPLOMA_STATES } from '../../../core/diplomas/diploma-kinds.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { ButtonLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { Page } from '../../shell/PageHead.tsx';
import { useSession } from '../../shell/session.ts';
import { diplomaWords } from '../../words/diplomas.ts';
import { shellWords } from '../../words/shell.ts';
import { CodeForm } from '../graduation/DecisionPage.tsx';
import { DiplomaTable } from './DiplomaTable.tsx';
import { HandOverDialog } from './HandOverDialog.tsx';
import { STATES, useDiplomas, type Diploma, type DiplomaAct, type DiplomasAnswer } from './queries.ts';
import { ReissueDialog } from './ReissueDialog.tsx';

const EVERY = 'all';

/** Every certificate with its number, and what was done with it. */
export function RegisterPage() {
  const say = useWords(diplomaWords);
  const shell = useWords(shellWords);
  const ofSchool = useSession().roles.some(({ role }) => role === 'school_registrar');
  const queries = useQueryClient();
  const [kind, setKind] = useInAddress('kind');
  const [state, setState] = useInAddress('state');
  const [find, setFind] = useInAddress('find');
  const [page, setPage] = useState(1);
  const [asked, setAsked] = useState<{ readonly act: DiplomaAct; readonly diploma: Diploma } | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const query = useDiplomas({ kind, state, find }, page);
  const done = async () => {
    await queries.invalidateQueries();
    setAsked(null);
    setSaid(say.done);
  };
  const close = () => setAsked(null);
  return (
    <Page title={shell.diplomas} lead={say.lead}>
      {ofSchool && <div className="button-row no-print"><ButtonLink to="/diplomas/secondary">{say.secondary}</ButtonLink></div>}
      {said !== null && <Notice kind="done" title={said} announce />}
      <Filters kind={kind} state={state} find={find} onChange={(name, value) => { setPage(1); ({ kind: setKind, state: setState, find: setFind })[name](value); }} />
      <Answer query={query}>
        {(answer) => (
          <div className="diplomas">
            {answer.codes.filter(({ code }) => code === null).map(({ org_id }) => <CodeForm key={org_id} college_id={org_id} />)}
            {answer.total === 0 ? <Nothing narrowed={kind + state + find !== ''} /> : <DiplomaTable answer={answer} onPage={setPage} onAct={(act, diploma) => { setSaid(null); setAsked({ act, diploma }); }} />}
            <Series answer={answer} />
          </div>
        )}
      </Answer>
      {asked?.act === 'hand_over' && <HandOverDialog diploma={asked.diploma} onClose={close} onDone={done} />}
      {asked?.act === 'reissue' && <ReissueDialog diploma={asked.diploma} onClose={close} onDone={done} />}
    </Page>
  );
}

interface FiltersProps {
  readonly kind: string;
  readonly state: string;
  readonly find: string;
  readonly onChange: (name: 'kind' | 'state' | 'find', value: string) => void;
}

function Filters({ kind, state, find, onChange }: FiltersProps): ReactNode {
  const say = useWords(diplomaWords);
  const { language } = useSettings().settings;
  const every = { value: EVERY, label: say.every };
  const chosen = (value: string): string => (value === EVERY ? '' : value);
  return (
    <div className="diploma-filters no-print" role="search" aria-label={say.filters}>
      <SelectField label={say.kind} value={kind === '' ? EVERY : kind} onChange={(value) => onChange('kind', chosen(value))} options={[every, ...DIPLOMA_KIND_IDS.map((value) => ({ value, label: DIPLOMA_KINDS[value].label[language] }))]} />
      <SelectField label={say.state} value={state === '' ? EVERY : state} onChange={(value) => onChange('state', chosen(value))} options={[every, ...STATES.map((value) => ({ value, label: DIPLOMA_STATES[value][language] }))]} />
      <TextField label={say.find} help={say.findHelp} type="search" value={find} onChange={(value) => onChange('find', value)} autoComplete="off" />
    </div>
  );
}

function Nothing({ narrowed }: { narrowed: boolean }) {
  const say = useWords(diplomaWords);
  return narrowed ? <EmptyState title={say.noMatch}>{say.noMatchHelp}</EmptyState> : <EmptyState title={say.none}>{say.noneHelp}</EmptyState>;
}

/** Whether the numbers of one's own institutions are whole. */
function Series({ answer: { series, codes } }: { answer: DiplomasAnswer }) {
  const say = useWords(diplomaWords);
  const { language } = useSettings().settings;
  if (series.length === 0) return null;
  return (
    <section aria-labelledby="diploma-series">
      <h2 id="diploma-series">{say.series}</h2>
      <ul>
        {series.map(({ issuer, kind, year, last_serial, missing }) => (
          <li key={`${issuer} ${kind} ${year}`}>
            {say.seriesOf(issuer, DIPLOMA_KINDS[kind].label[language], year, last_serial)} <span aria-hidden="true">{missing === 0 ? '●' : '▲'}</span> {missing === 0 ? say.noGap : say.gap(missing)}
          </li>
        ))}
        {codes.flatMap(({ org_id, name, code }) => (code === null ? [] : [<li key={org_id}>{say.codeOf(name, code)}</li>]))}
      </ul>
    </section>
  );
}
