import { Answer } from '../../components/Answer/Answer.tsx';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { Page } from '../../shell/PageHead.tsx';
import { studentWords } from '../../words/students.ts';
import { ProposeList, useOwnInstitutions } from '../matters/ProposeList.tsx';
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
  const own = useOwnInstitutions(ROLES[kind]);
  const [asked, setYear] = useInAddress('year');
  const [wanted, setKeeper] = useInAddress('keeper');
  const keeper = wanted === '' ? own[0]?.value ?? '' : wanted;
  const latest = Number(on.slice(0, 4)) - (Number(on.slice(5, 7)) >= SEPTEMBER ? 0 : 1);
  const year = asked === '' ? String(latest) : asked;
  const query = useRollList(kind, keeper, kind === 'advance' ? { year } : { on: `${year}-09-01` });
  return (
    <Page title={say[TITLES[kind][0]]} lead={say[TITLES[kind][1]]}>
      <p className="way-back no-print"><ScreenLink to="/students">← {say.back}</ScreenLink></p>
      {keeper === '' ? <EmptyState title={say.noKeeper}>{say.noKeeperHelp}</EmptyState> : (
        <>
          <div className="roll-filters no-print">
            {own.length > 1 && <SelectField id="list-keeper" label={say.keeper} value={keeper} onChange={setKeeper} options={own} />}
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
  const { kind, keeper_id, on, digest, done } = list;
  const details = kind === 'advance' ? { year: Number(on.slice(0, 4)), list: digest } : { on, list: digest };
  return (
    <>
      {done && <Notice kind="done" title={say.advanceDone} />}
      <ProposeList matter={{ kind: MATTERS[kind], subject: keeper_id, details }} list={list} say={say} act={say.proposeList} />
      <ListTable list={list} />
    </>
  );
}
