import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { date, parsePlainDate } from '../../../core/values/plain-date.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { DateField } from '../../components/Field/DateField.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { Page } from '../../shell/PageHead.tsx';
import { graduationWords } from '../../words/graduation.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { ProposeList, useOwnInstitutions } from '../matters/ProposeList.tsx';
import { useDecisionList, type DecisionList } from './decision-queries.ts';
import { GraduationListTable } from './GraduationListTable.tsx';

const ROLES: readonly string[] = ['college_roll', 'college_leadership'];

/** The final grade of a college on a day: looked at, and proposed as it stands. */
export function DecisionPage() {
  const say = useWords(graduationWords);
  const { on: shown } = useSettings().settings;
  const own = useOwnInstitutions(ROLES);
  const [wanted, setCollege] = useInAddress('college');
  const [asked, setDay] = useInAddress('day');
  const college = wanted === '' ? own[0]?.value ?? '' : wanted;
  const day = parsePlainDate(asked) ?? date(shown);
  const query = useDecisionList(college, day);
  return (
    <Page title={say.listTitle} lead={say.listLead}>
      <p className="way-back no-print"><ScreenLink to="/graduation">← {say.back}</ScreenLink></p>
      {college === '' ? <EmptyState title={say.noCollege}>{say.noCollegeHelp}</EmptyState> : (
        <div className="graduation">
          <div className="graduation-filters no-print">
            {own.length > 1 && <SelectField id="graduation-college" label={say.college} value={college} onChange={setCollege} options={own} />}
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
  const { college_id, on, digest, institution_code, may_enter_code } = list;
  return (
    <>
      <ProposeList matter={{ kind: 'graduation_list', subject: college_id, details: { on, list: digest } }} list={list} say={say} act={say.propose}>
        {institution_code === null && (may_enter_code ? <CodeForm college_id={college_id} /> : <Notice kind="warning" title={say.codeMissing}><p>{say.codeMissingHelp}</p></Notice>)}
      </ProposeList>
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
