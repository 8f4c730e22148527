import { useState } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { followUpWords } from '../../words/follow-ups.ts';
import { formatDate, groupDigits } from '../../words/format.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import type { FirmAnswer } from './queries.ts';

type Hire = FirmAnswer['hires'][number];

interface HiresProps {
  readonly answer: FirmAnswer;
  readonly onDone: (text: string) => Promise<void>;
}

/** M10-d: graduates recorded at the firm; support is claimed for those against whom nothing stands. */
export function Hires({ answer, onDone }: HiresProps) {
  const say = useWords(followUpWords);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [fault, setFault] = useState<unknown>(null);
  const [first] = answer.hires.filter(({ student_id }) => chosen.includes(student_id));
  const claim = async () => {
    if (first === undefined) return;
    setFault(null);
    try {
      await ask(client.api.matters.$post({ json: { kind: 'hiring_support', subject: first.firm_id, details: { school: first.school_id, heads: [...chosen] } } }, onceOnly()));
      setChosen([]);
      await onDone(say.claimed);
    } catch (error) {
      setFault(error);
    }
  };
  return (
    <section aria-labelledby="hires" className="cooperation-part">
      <h2 id="hires">{say.hires}</h2>
      <p>{answer.support_per_head_yuan === null ? say.noRules : say.hiresLead(groupDigits(answer.support_per_head_yuan))}</p>
      {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
      {answer.hires.length === 0 ? <EmptyState title={say.noHires}>{say.noHiresHelp}</EmptyState> : <HireTable hires={answer.hires} chosen={chosen} school={first?.school_id ?? null} onChoose={setChosen} />}
      {chosen.length > 0 && <div className="button-row no-print"><Button kind="primary" onClick={() => void claim()}>{say.claim(chosen.length)}</Button><p className="small">{say.oneSchool}</p></div>}
      <Claims answer={answer} onDone={onDone} />
    </section>
  );
}

interface HireTableProps {
  readonly hires: readonly Hire[];
  readonly chosen: readonly string[];
  /** The school of those who are chosen: others wait for another claim. */
  readonly school: string | null;
  readonly onChoose: (chosen: readonly string[]) => void;
}

function HireTable({ hires, chosen, school, onChoose }: HireTableProps) {
  const say = useWords(followUpWords);
  const { language } = useSettings().settings;
  const day = (on: string | null): string => (on === null ? '–' : formatDate(on, language));
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards">
        <caption className="hidden-text">{say.hires}</caption>
        <thead><tr>{[say.choose, say.graduate, say.school, say.agreedOn, say.insuredFrom, say.state].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
        <tbody>
          {hires.map((one) => (
            <tr key={one.student_id}>
              <td data-label={say.choose}>{one.why === null && (school === null || school === one.school_id) && <input type="checkbox" className="choice-box" aria-label={`${say.choose} ${one.name}`} checked={chosen.includes(one.student_id)} onChange={(event) => onChoose(event.currentTarget.checked ? [...chosen, one.student_id] : chosen.filter((id) => id !== one.student_id))} />}</td>
              <th scope="row">{one.name}</th>
              <td data-label={say.school}>{one.school}</td>
              <td className="unbroken" data-label={say.agreedOn}>{day(one.agreed_on)}</td>
              <td className="unbroken" data-label={say.insuredFrom}>{day(one.insured_from)}</td>
              <td data-label={say.state}>{one.why === null ? `● ${say.mayClaim}` : `– ${one.why[language]}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Claims({ answer: { claims }, onDone }: HiresProps) {
  const say = useWords(followUpWords);
  const { language } = useSettings().settings;
  const [fault, setFault] = useState<unknown>(null);
  if (claims.length === 0) return null;
  const drop = async ({ matter_id, version }: FirmAnswer['claims'][number]) => {
    setFault(null);
    try {
      await ask(client.api.matters[':matter_id'].steps.$post({ param: { matter_id }, json: { act: 'drop', version } }, onceOnly()));
      await onDone(say.dropped);
    } catch (error) {
      setFault(error);
    }
  };
  return (
    <>
      <h3>{say.claims}</h3>
      {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
      <ul className="graduate-history">
        {claims.map((one) => (
          <li key={one.matter_id}>
            <strong>{one.state[language]}</strong> · {say.heads} {one.heads} · {say.openedOn} {formatDate(one.opened_on, language)}{one.reason !== null && ` · ${say.reason}：${one.reason}`}
            <ClaimMoney money={one.money} />
            {one.may_drop && <Button kind="quiet" onClick={() => void drop(one)}>{say.drop}</Button>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What became of the money that was granted: due, paid, taken back. */
function ClaimMoney({ money }: { money: FirmAnswer['claims'][number]['money'] }) {
  const say = useWords(followUpWords);
  const { language } = useSettings().settings;
  if (money.length === 0) return null;
  return (
    <ul className="small">
      {money.map(({ move, on, amount_yuan, heads, reference }) => (
        <li key={`${move} ${on} ${reference ?? ''}`}>{formatDate(on, language)}　{say[`money_${move}`]} {groupDigits(amount_yuan)} {say.yuan}（{say.heads} {heads}）{reference !== null && `　${say.bankReference} ${reference}`}</li>
      ))}
    </ul>
  );
}
