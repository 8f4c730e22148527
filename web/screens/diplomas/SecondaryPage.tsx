import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { date, type PlainDate } from '../../../core/values/plain-date.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { CheckboxField } from '../../components/Field/CheckboxField.tsx';
import { DateField } from '../../components/Field/DateField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { diplomaWords } from '../../words/diplomas.ts';
import { formatDate } from '../../words/format.ts';
import { shellWords } from '../../words/shell.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { useSecondaryDue, type DueAnswer } from './queries.ts';

/** Whom the school gives a secondary diploma; those chosen are numbered together. */
export function SecondaryPage() {
  const say = useWords(diplomaWords);
  const shell = useWords(shellWords);
  const query = useSecondaryDue();
  const [said, setSaid] = useState<string | null>(null);
  return (
    <Page title={say.secondary} lead={say.secondaryLead}>
      <p className="way-back no-print"><ScreenLink to="/diplomas">← {shell.diplomas}</ScreenLink></p>
      {said !== null && <Notice kind="done" title={said} announce />}
      <Answer query={query}>{({ due }) => (due.length === 0 ? <EmptyState title={say.nobodyDue}>{say.nobodyDueHelp}</EmptyState> : <Due due={due} onDone={(many) => setSaid(say.issued_(many))} />)}</Answer>
    </Page>
  );
}

function Due({ due, onDone }: { due: DueAnswer['due']; onDone: (many: number) => void }) {
  const say = useWords(diplomaWords);
  const { on: shown, language } = useSettings().settings;
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [on, setOn] = useState<PlainDate | null>(date(shown));
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const choose = (change_id: string, wanted: boolean) => setChosen((now) => new Set(wanted ? [...now, change_id] : [...now].filter((one) => one !== change_id)));
  const issue = async () => {
    if (on === null || chosen.size === 0) return;
    setBusy(true);
    setFault(null);
    try {
      const { issued } = await ask(client.api.diplomas.secondary.$post({ json: { changes: [...chosen], on } }, onceOnly()));
      await queries.invalidateQueries();
      setChosen(new Set());
      onDone(issued);
    } catch (error) {
      setFault(error);
    }
    setBusy(false);
  };
  return (
    <div className="diplomas">
      {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
      <div className="diploma-filters no-print">
        <DateField id="secondary-on" label={say.on} value={on} onChange={setOn} {...(on === null && { error: say.give })} />
        <CheckboxField label={say.chooseAll} checked={chosen.size === due.length} onChange={(all) => setChosen(new Set(all ? due.map(({ change_id }) => change_id) : []))} />
      </div>
      <div className="wide-table">
        <table className="ledger ledger-cards">
          <caption className="hidden-text">{say.secondary}</caption>
          <thead><tr>{[say.student, say.class_, say.why, say.choose].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
          <tbody>
            {due.map((one) => (
              <tr key={one.change_id}>
                <th scope="row">{one.name} <span className="small">{one.student_id}</span></th>
                <td data-label={say.class_}>{one.class_id ?? one.programme} <span className="small">{one.school}</span></td>
                <td data-label={say.why}>{say[one.why]} <span className="small">{formatDate(one.on, language)}</span></td>
                <td data-label={say.choose}><CheckboxField label={one.name} checked={chosen.has(one.change_id)} onChange={(wanted) => choose(one.change_id, wanted)} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="button-row no-print"><Button kind="primary" aria-disabled={busy || chosen.size === 0 || on === null} onClick={() => void (busy || issue())}>{busy ? say.working : say.issue(chosen.size)}</Button></div>
    </div>
  );
}
