import { groupBy } from '../../../core/facts/campus-rows.ts';
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

const MOST_SHOWN = 200;

/** The checklist of each graduate: one line for a person, every benefit with its claim. */
export function ClaimTable({ claims, names, onStep }: ClaimTableProps) {
  const say = useWords(benefitWords);
  const { language } = useSettings().settings;
  const graduates = [...groupBy(claims, ({ student_id }) => student_id)];
  return (
    <>
      {graduates.length > MOST_SHOWN && <p>{say.firstOf(MOST_SHOWN, graduates.length)}</p>}
      <div className="wide-table">
        <table className="ledger ledger-cards">
          <caption className="hidden-text">{say.claims}</caption>
          <thead><tr>{[say.graduate, say.graduated, say.claim].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
          <tbody>
            {graduates.slice(0, MOST_SHOWN).map(([student_id, own]) => (
              <tr key={student_id}>
                <th scope="row">{own[0]?.name} {student_id}<br /><span className="small">{own[0]?.school}</span></th>
                <td data-label={say.graduated}>{own[0]?.graduated_on == null ? '' : formatDate(own[0].graduated_on, language)}</td>
                <td data-label={say.claim}><ul className="claim-list">{own.map((one) => <ClaimLine key={one.benefit_id} claim={one} name={names.get(one.benefit_id) ?? ''} onStep={onStep} />)}</ul></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const SHAPES: Readonly<Record<Claim['state'], string>> = { not_claimed: '○', claimed: '◇', granted: '●', refused: '▲' };
const LOOKS: Readonly<Partial<Record<Claim['state'], string>>> = { refused: 'post-short', granted: 'intern-ready' };

function ClaimLine({ claim, name, onStep }: { claim: Claim; name: string; onStep: ClaimTableProps['onStep'] }) {
  const say = useWords(benefitWords);
  const { language } = useSettings().settings;
  const { state, on, reason, may } = claim;
  return (
    <li>
      <span>{name}　<span className={LOOKS[state]}>{SHAPES[state]} {say[`state_${state}`]}</span>{on !== null && ` ${formatDate(on, language)}`}{reason !== '' && `：${reason}`}</span>
      {may.length > 0 && <span className="post-acts no-print">{may.map((to) => <Button key={to} aria-label={`${say[`to_${to}`]} ${claim.name} ${name}`} onClick={() => onStep(claim, to)}>{say[`to_${to}`]}</Button>)}</span>}
    </li>
  );
}
