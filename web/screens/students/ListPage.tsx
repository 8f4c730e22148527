import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { ask, client, onceOnly } from '../../client.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useHref, useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { Page } from '../../shell/PageHead.tsx';
import { useSession } from '../../shell/session.ts';
import { studentWords } from '../../words/students.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { useOrganisations } from '../grants/queries.ts';
import { useRollList, type ListKind, type RollList } from './queries.ts';
import { ListTable } from './ListTable.tsx';

const ROLES = { advance: ['school_registrar', 'school_head', 'college_roll', 'college_leadership'], step_up: ['college_roll', 'college_leadership'], leave: ['school_registrar', 'school_head'] } as const;
const MATTERS = { advance: 'yearly_advance', step_up: 'step_up_list', leave: 'leave_list' } as const;
const TITLES = { advance: ['advanceTitle', 'advanceLead'], step_up: ['stepUpTitle', 'stepUpLead'], leave: ['leaveTitle', 'leaveLead'] } as const;
const SEPTEMBER = 9;

/** The list of a keeper for the autumn of a year: who goes on, who stays and why; proposed as it stands. */
export function ListPage({ kind }: { kind: ListKind }) {
  const say = useWords(studentWords);
  const { on } = useSettings().settings;
  const { roles } = useSession();
  const names = new Map((useOrganisations().data ?? []).map(({ org_id, name }) => [org_id, name]));
  const own = [...new Set(roles.filter(({ role }) => (ROLES[kind] as readonly string[]).includes(role)).flatMap(({ org_id }) => org_id ?? []))];
  const [asked, setYear] = useInAddress('year');
  const [wanted, setKeeper] = useInAddress('keeper');
  const keeper = wanted === '' ? own[0] ?? '' : wanted;
  const latest = Number(on.slice(0, 4)) - (Number(on.slice(5, 7)) >= SEPTEMBER ? 0 : 1);
  const year = asked === '' ? String(latest) : asked;
  const query = useRollList(kind, keeper, kind === 'advance' ? { year } : { on: `${year}-09-01` });
  return (
    <Page title={say[TITLES[kind][0]]} lead={say[TITLES[kind][1]]}>
      <p className="way-back no-print"><ScreenLink to="/students">← {say.back}</ScreenLink></p>
      {keeper === '' ? <EmptyState title={say.noKeeper}>{say.noKeeperHelp}</EmptyState> : (
        <>
          <div className="roll-filters no-print">
            {own.length > 1 && <SelectField id="list-keeper" label={say.keeper} value={keeper} onChange={setKeeper} options={own.map((value) => ({ value, label: names.get(value) ?? value }))} />}
            <SelectField id="list-year" label={say.year} value={year} onChange={setYear} options={[latest + 1, latest, latest - 1].map((one) => ({ value: String(one), label: String(one) }))} />
          </div>
          <Answer query={query}>{(list) => <Proposed list={list} />}</Answer>
        </>
      )}
    </Page>
  );
}

function Proposed({ list }: { list: RollList }) {
  const say = useWords(studentWords);
  const href = useHref();
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const { kind, keeper_id, on, digest, done, day_to_come, open_matter, may_propose } = list;
  const propose = async () => {
    setBusy(true);
    setFault(null);
    try {
      const details = kind === 'advance' ? { year: Number(on.slice(0, 4)), list: digest } : { on, list: digest };
      const { matter_id } = await ask(client.api.matters.$post({ json: { kind: MATTERS[kind], subject: keeper_id, details } }, onceOnly()));
      await queries.invalidateQueries();
      navigate(href(`/matters/${matter_id}`));
    } catch (error) {
      setFault(error);
      setBusy(false);
    }
  };
  return (
    <>
      {done && <Notice kind="done" title={say.advanceDone} />}
      {day_to_come && <Notice kind="info" title={say.dayToCome} />}
      {open_matter !== null && <Notice kind="info" title={say.listOpen}><ScreenLink to={`/matters/${open_matter}`}>{say.toMatter}</ScreenLink></Notice>}
      {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
      {may_propose && <div className="button-row no-print"><Button kind="primary" aria-disabled={busy} onClick={() => void (busy || propose())}>{busy ? say.working : say.proposeList}</Button></div>}
      <ListTable list={list} />
    </>
  );
}
