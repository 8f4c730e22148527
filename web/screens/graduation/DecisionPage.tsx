import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { date, parsePlainDate } from '../../../core/values/plain-date.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { DateField } from '../../components/Field/DateField.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useHref, useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { Page } from '../../shell/PageHead.tsx';
import { useSession } from '../../shell/session.ts';
import { graduationWords } from '../../words/graduation.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { useOrganisations } from '../grants/queries.ts';
import { useDecisionList, type DecisionList } from './decision-queries.ts';
import { GraduationListTable } from './GraduationListTable.tsx';

const ROLES: readonly string[] = ['college_roll', 'college_leadership'];

/** The final grade of a college on a day: looked at, and proposed as it stands. */
export function DecisionPage() {
  const say = useWords(graduationWords);
  const { on: shown } = useSettings().settings;
  const { roles } = useSession();
  const names = new Map((useOrganisations().data ?? []).map(({ org_id, name }) => [org_id, name]));
  const own = [...new Set(roles.filter(({ role }) => ROLES.includes(role)).flatMap(({ org_id }) => org_id ?? []))];
  const [wanted, setCollege] = useInAddress('college');
  const [asked, setDay] = useInAddress('day');
  const college = wanted === '' ? own[0] ?? '' : wanted;
  const day = parsePlainDate(asked) ?? date(shown);
  const query = useDecisionList(college, day);
  return (
    <Page title={say.listTitle} lead={say.listLead}>
      <p className="way-back no-print"><ScreenLink to="/graduation">← {say.back}</ScreenLink></p>
      {college === '' ? <EmptyState title={say.noCollege}>{say.noCollegeHelp}</EmptyState> : (
        <div className="graduation">
          <div className="graduation-filters no-print">
            {own.length > 1 && <SelectField id="graduation-college" label={say.college} value={college} onChange={setCollege} options={own.map((value) => ({ value, label: names.get(value) ?? value }))} />}
            <DateField id="graduation-day" label={say.on} value={day} onChange={(value) => { if (value !== null) setDay(value); }} />
          </div>
          <Answer query={query}>{(list) => <Proposed key={`${list.college_id} ${list.on}`} list={list} />}</Answer>
        </div>
      )}
    </Page>
  );
}

function Proposed({ list }: { list: DecisionList }) {
  const say = useWords(graduationWords);
  const href = useHref();
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const { college_id, on, digest, institution_code, may_enter_code, day_to_come, open_matter, may_propose } = list;
  const propose = async () => {
    setBusy(true);
    setFault(null);
    try {
      const { matter_id } = await ask(client.api.matters.$post({ json: { kind: 'graduation_list', subject: college_id, details: { on, list: digest } } }, onceOnly()));
      await queries.invalidateQueries();
      navigate(href(`/matters/${matter_id}`));
    } catch (error) {
      setFault(error);
      setBusy(false);
    }
  };
  return (
    <>
      {day_to_come && <Notice kind="info" title={say.dayToCome} />}
      {open_matter !== null && <Notice kind="info" title={say.listOpen}><ScreenLink to={`/matters/${open_matter}`}>{say.toMatter}</ScreenLink></Notice>}
      {institution_code === null && (may_enter_code ? <CodeForm college_id={college_id} /> : <Notice kind="warning" title={say.codeMissing}><p>{say.codeMissingHelp}</p></Notice>)}
      {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
      {may_propose && <div className="button-row no-print"><Button kind="primary" aria-disabled={busy} onClick={() => void (busy || propose())}>{busy ? say.working : say.propose}</Button></div>}
      <GraduationListTable list={list} />
    </>
  );
}

/** The five digits are asked once, where they are needed. */
export function CodeForm({ college_id }: { college_id: string }) {
  const say = useWords(graduationWords);
  const queries = useQueryClient();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const wrong = !/^\d{5}$/.test(code);
  const save = async () => {
    setTried(true);
    if (wrong) return;
    try {
      await ask(client.api.diplomas.codes.$post({ json: { org_id: college_id, code } }, onceOnly()));
      await queries.invalidateQueries();
    } catch (error) {
      setFault(error);
    }
  };
  return (
    <section className="graduation-code no-print" aria-labelledby="graduation-code-title">
      <h2 id="graduation-code-title">{say.codeMissing}</h2>
      <p className="small">{say.codeMissingHelp}</p>
      {fault !== null && <RefusalNotice title={say.failedCode} error={fault} />}
      <form className="field-stack" noValidate onSubmit={(event) => { event.preventDefault(); void save(); }}>
        <TextField id="institution-code" label={say.code} help={say.codeHelp} value={code} onChange={setCode} inputMode="numeric" autoComplete="off" {...(tried && wrong && { error: say.codeWrong })} />
        <div className="button-row"><Button kind="primary" type="submit">{say.saveCode}</Button></div>
      </form>
    </section>
  );
}
