import { ScreenLink } from '../../components/Button/Button.tsx';
import { useLongList } from '../../components/LongList/useLongList.tsx';
import { Tag } from '../../components/Tag/Tag.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { agreementWords } from '../../words/agreements.ts';
import { formatDate } from '../../words/format.ts';
import { shellWords } from '../../words/shell.ts';
import type { Listed } from './queries.ts';

interface AgreementTableProps {
  readonly agreements: readonly Listed[];
  readonly isMine: (one: Listed) => boolean;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (agreement_id: string, isChosen: boolean) => void;
}

/** One line for each new student; those that wait for the asker can be chosen. */
export function AgreementTable({ agreements, isMine, chosen, onChoose }: AgreementTableProps) {
  const say = useWords(agreementWords);
  const shell = useWords(shellWords);
  const choosing = agreements.some(isMine);
  const [shown, more] = useLongList(agreements);
  return (
    <>
      <div className="wide-table">
        <table className="ledger ledger-cards">
          <caption className="hidden-text">{shell.agreements}</caption>
          <thead>
            <tr>
              {choosing && <th scope="col"><span className="hidden-text">{say.choose('')}</span></th>}
              {[say.student, say.programme, say.state, say.waiting, say.signedOn, say.due, say.copies].map((head) => <th key={head} scope="col">{head}</th>)}
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <Row key={one.student_id} one={one} choosing={choosing} mine={isMine(one)} chosen={chosen.has(one.agreement_id ?? '')} onChoose={(isChosen) => onChoose(one.agreement_id ?? '', isChosen)} />
            ))}
          </tbody>
        </table>
      </div>
      {more}
    </>
  );
}

const SHAPES: Readonly<Record<Listed['state'], string>> = { signed: '●', signing: '◇', not_drawn_up: '○' };

function Row({ one, choosing, mine, chosen, onChoose }: { one: Listed; choosing: boolean; mine: boolean; chosen: boolean; onChoose: (isChosen: boolean) => void }) {
  const say = useWords(agreementWords);
  const { language } = useSettings().settings;
  const { student_id, name, programme, school, agreement_id, state, missing, due_on, signed_on, late, renewing, ended, copies } = one;
  const label = `${name} ${student_id}`;
  return (
    <tr>
      {choosing && <td>{mine && <input type="checkbox" aria-label={say.choose(label)} checked={chosen} onChange={(event) => onChoose(event.currentTarget.checked)} />}</td>}
      <th scope="row">{agreement_id === null ? label : <ScreenLink to={`/agreements/${agreement_id}`}>{label}</ScreenLink>}</th>
      <td data-label={say.programme}>{programme}<br /><span className="small">{school}</span></td>
      <td data-label={say.state}>
        {ended === null
          ? <><span className="agreement-state" data-state={state}><span aria-hidden="true">{SHAPES[state]}</span> {say[state]}</span> {late && <Tag kind="overdue" />}</>
          : <><span aria-hidden="true">–</span> {say.endedSince(formatDate(ended.on, language))} <span className="small">{ended.clause}</span></>}
        {renewing && <><br /><span className="small">{say.renewing}</span></>}
      </td>
      <td data-label={say.waiting}>{missing.map((party) => say[`party_${party}`]).join(language === 'zh' ? '、' : ', ')}</td>
      <td data-label={say.signedOn}>{signed_on === null ? '' : formatDate(signed_on, language)}</td>
      <td data-label={say.due}>{due_on === null ? '' : formatDate(due_on, language)}</td>
      <td data-label={say.copies}>{copies ?? ''}</td>
    </tr>
  );
}
