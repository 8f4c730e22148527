import { ScreenLink } from '../../components/Button/Button.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate } from '../../words/format.ts';
import { internshipWords } from '../../words/internships.ts';
import { MissingList } from './MissingList.tsx';
import type { Intern } from './queries.ts';

interface InternTableProps {
  readonly interns: readonly Intern[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (placement_id: string, isChosen: boolean) => void;
}

/** One line for each internship. */
export function InternTable({ interns, chosen, onChoose }: InternTableProps) {
  const say = useWords(internshipWords);
  const choosing = interns.some((one) => one.may.length + one.may_sign_as.length > 0);
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards">
        <caption className="hidden-text">{say.list}</caption>
        <thead>
          <tr>
            {choosing && <th scope="col"><span className="hidden-text">{say.choose('')}</span></th>}
            {[say.student, say.firm, say.days, say.state, say.missing].map((head) => <th key={head} scope="col">{head}</th>)}
          </tr>
        </thead>
        <tbody>{interns.map((one) => <Row key={one.placement_id} one={one} choosing={choosing} chosen={chosen.has(one.placement_id)} onChoose={(isChosen) => onChoose(one.placement_id, isChosen)} />)}</tbody>
      </table>
    </div>
  );
}

const SHAPES: Readonly<Record<Intern['state'], string>> = { planned: '○', started: '●', interrupted: '▲', ended: '■', cancelled: '–' };

function Row({ one, choosing, chosen, onChoose }: { one: Intern; choosing: boolean; chosen: boolean; onChoose: (isChosen: boolean) => void }) {
  const say = useWords(internshipWords);
  const { language } = useSettings().settings;
  const { placement_id, student, student_id, class_id, firm, title, from, to, state, missing, waiting, passed, may, may_sign_as } = one;
  const label = `${student} ${student_id}`;
  return (
    <tr>
      {choosing && <td>{may.length + may_sign_as.length > 0 && <input type="checkbox" aria-label={say.choose(label)} checked={chosen} onChange={(event) => onChoose(event.currentTarget.checked)} />}</td>}
      <th scope="row"><ScreenLink to={`/internships/${placement_id}`}>{label}</ScreenLink>{class_id !== null && <><br /><span className="small">{class_id}</span></>}</th>
      <td data-label={say.firm}>{firm}<br /><span className="small">{title}</span></td>
      <td data-label={say.days}>{formatDate(from, language)}<br />{formatDate(to, language)}</td>
      <td data-label={say.state}><InternState state={state} />{passed !== null && <><br />{passed ? say.passed : say.failed}</>}</td>
      <td data-label={say.missing}>
        {missing.length > 0 ? <MissingList missing={missing} /> : state === 'planned' ? <span className="intern-ready">● {say.allThere}</span> : say.nothingMissing}
        {missing.length > 0 && waiting.length > 0 && <span className="small">{say.waitingFor(waiting.map((party) => say[`party_${party}`]).join(language === 'zh' ? '、' : ', '))}</span>}
      </td>
    </tr>
  );
}

export function InternState({ state }: { state: Intern['state'] }) {
  const say = useWords(internshipWords);
  return <span className="intern-state" data-state={state}><span aria-hidden="true">{SHAPES[state]}</span> {say[`state_${state}`]}</span>;
}
