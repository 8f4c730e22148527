import { DIPLOMA_KINDS, DIPLOMA_STATES } from '../../../core/diplomas/diploma-kinds.ts';
import { Button } from '../../components/Button/Button.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { diplomaWords } from '../../words/diplomas.ts';
import { formatDate } from '../../words/format.ts';
import { PER_PAGE, type Diploma, type DiplomaAct, type DiplomasAnswer } from './queries.ts';

const MARKS = { to_hand_over: '◇', handed_over: '●', lost: '▲', withdrawn: '▲' } as const;
type OnAct = (act: DiplomaAct, diploma: Diploma) => void;

export function DiplomaTable({ answer: { diplomas, total, page }, onPage, onAct }: { answer: DiplomasAnswer; onPage: (page: number) => void; onAct: OnAct }) {
  const say = useWords(diplomaWords);
  return (
    <>
      <div className="wide-table">
        <table className="ledger ledger-cards">
          <caption className="hidden-text">{say.register}</caption>
          <thead><tr>{[say.number, say.student, say.issuer, say.state, say.act].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
          <tbody>{diplomas.map((one) => <Row key={one.diploma_id} diploma={one} onAct={onAct} />)}</tbody>
        </table>
      </div>
      <div className="button-row">
        <p className="small" role="status">{say.page((page - 1) * PER_PAGE + 1, Math.min(page * PER_PAGE, total), total)}</p>
        {page > 1 && <Button onClick={() => onPage(page - 1)}>{say.earlier}</Button>}
        {page * PER_PAGE < total && <Button onClick={() => onPage(page + 1)}>{say.later}</Button>}
      </div>
    </>
  );
}

function Row({ diploma, onAct }: { diploma: Diploma; onAct: OnAct }) {
  const say = useWords(diplomaWords);
  const { language } = useSettings().settings;
  const { kind, number, code, name, student_id, school, programme, issuer, issued_on, state, replaces, replaced_by, may_hand_over, may_reissue } = diploma;
  return (
    <tr>
      <th scope="row" className="diploma-number">
        {number} <span className="small">{DIPLOMA_KINDS[kind].label[language]}</span>
        <span className="small diploma-more">{say.code} <a href={`/verify/${encodeURIComponent(code)}`} target="_blank" rel="noreferrer" title={say.codeHelp}>{code}</a></span>
      </th>
      <td data-label={say.student}>{name} <span className="small">{student_id}</span></td>
      <td data-label={say.issuer}>{issuer} <span className="small">{programme}{issuer === school ? '' : ` · ${school}`} · {formatDate(issued_on, language)}</span></td>
      <td data-label={say.state}>
        <span className="unbroken"><span aria-hidden="true">{MARKS[state]}</span> {DIPLOMA_STATES[state][language]}</span>
        <span className="small diploma-more">{[...told(diploma, say, language), ...(replaces === null ? [] : [say.replaces(replaces)]), ...(replaced_by === null ? [] : [say.replacedBy(replaced_by)])].join(language === 'zh' ? '；' : '; ')}</span>
      </td>
      <td data-label={may_hand_over || may_reissue ? say.act : undefined}>
        <div className="button-row no-print">
          {may_hand_over && <Button onClick={() => onAct('hand_over', diploma)}>{say.handOver}</Button>}
          {may_reissue && <Button onClick={() => onAct('reissue', diploma)}>{say.reissue}</Button>}
        </div>
      </td>
    </tr>
  );
}

function told({ acts }: Diploma, say: (typeof diplomaWords)['zh'], language: 'zh' | 'en'): string[] {
  return acts.map(({ act, on, taken_by, reason }) => {
    const day = formatDate(on, language);
    return act === 'handed_over' ? say.taken(taken_by ?? '', day) : say[act](day, reason ?? '');
  });
}
