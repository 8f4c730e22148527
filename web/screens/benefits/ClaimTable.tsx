import { Button } from '../../components/Button/Button.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { benefitWords } from '../../words/benefits.ts';
import { formatDate } from '../../words/format.ts';
import type { Claim, ClaimAct } from './queries.ts';

interface ClaimTableProps {
  readonly claims: readonly Claim[];
  readonly names: ReadonlyMap<string, string>;
  readonly onStep: (claim: Claim, to: ClaimAct) => void;
}

const SHAPES: Readonly<Record<Claim['state'], string>> = { not_claimed: '○', claimed: '◇', granted: '●', refused: '▲' };
const MOST_SHOWN = 500;

/** One line for each graduate and benefit. */
export function ClaimTable({ claims, names, onStep }: ClaimTableProps) {
  const say = useWords(benefitWords);
  const { language } = useSettings().settings;
  const acting = claims.some(({ may }) => may.length > 0);
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards">
        <caption className="hidden-text">{say.claims}</caption>
        <thead><tr>{[say.graduate, say.graduated, say.name, say.state].map((head) => <th key={head} scope="col">{head}</th>)}{acting && <td className="no-print" />}</tr></thead>
        <tbody>
          {claims.slice(0, MOST_SHOWN).map((one) => (
            <tr key={`${one.student_id} ${one.benefit_id}`}>
              <th scope="row">{one.name} {one.student_id}<br /><span className="small">{one.school}</span></th>
              <td data-label={say.graduated}>{one.graduated_on === null ? '' : formatDate(one.graduated_on, language)}</td>
              <td data-label={say.claim}>{names.get(one.benefit_id)}</td>
              <td data-label={say.state}><span className={one.state === 'refused' ? 'post-short' : one.state === 'granted' ? 'intern-ready' : undefined}>{SHAPES[one.state]} {say[`state_${one.state}`]}</span>{one.on !== null && <> {formatDate(one.on, language)}</>}{one.reason !== '' && <><br />{one.reason}</>}</td>
              {acting && <td className="no-print"><div className="post-acts">{one.may.map((to) => <Button key={to} aria-label={`${say[`to_${to}`]} ${one.name} ${names.get(one.benefit_id) ?? ''}`} onClick={() => onStep(one, to)}>{say[`to_${to}`]}</Button>)}</div></td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
