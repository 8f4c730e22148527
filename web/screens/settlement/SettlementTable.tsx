import { Figure } from '../../components/Figure/Figure.tsx';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { Status } from '../../components/Status/Status.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../words/format.ts';
import { settlementWords } from '../../words/settlement.ts';
import { clauseLink } from '../clauses/links.ts';
import { lineText, partyText } from './line-text.ts';
import type { SettlementLine, Years } from './queries.ts';
import { useSettlementOrigins, type SettlementFigure } from './useSettlementOrigins.ts';

const FIGURES = ['due', 'paid', 'outstanding', 'overdue'] as const satisfies readonly SettlementFigure[];

/** Every line with its parties and figures, those of a kind together. */
export function SettlementTable({ lines, years }: { lines: readonly SettlementLine[]; years: Years }) {
  const say = useWords(settlementWords);
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards settlement-table">
        <caption className="hidden-text">{say.line}</caption>
        <thead>
          <tr>
            <th scope="col">{say.line}</th>
            <th scope="col">{say.parties}</th>
            {FIGURES.map((name) => <th key={name} scope="col" className="number">{say[name]}</th>)}
            <th scope="col">{say.state}</th>
          </tr>
        </thead>
        <tbody>{lines.map((line) => <Row key={keyOf(line)} line={line} years={years} />)}</tbody>
      </table>
    </div>
  );
}

const keyOf = ({ kind, from, to, campus }: SettlementLine): string => [kind, from?.id, to.id, campus?.id].join(' ');

function Row({ line, years }: { line: SettlementLine; years: Years }) {
  const say = useWords(settlementWords);
  const { language } = useSettings().settings;
  const { label, clause, from, to, campus, base_yuan, ratio, outcome, reason } = line;
  return (
    <tr>
      <th scope="row">
        {label[language]} <ScreenLink {...clauseLink(clause)}>{clause}</ScreenLink>
        {base_yuan !== null && ratio !== null && ratio !== '1' && <span className="small settlement-note">{say.basis(groupDigits(base_yuan), ratio)}</span>}
      </th>
      <td data-label={say.parties}>
        {partyText(from, say)} → {partyText(to, say)}
        {campus !== null && <span className="small settlement-note">{partyText(campus, say)}</span>}
      </td>
      <Amount line={line} name="due" years={years} />
      <Amount line={line} name="paid" years={years} />
      <Amount line={line} name="outstanding" years={years} />
      <Amount line={line} name="overdue" years={years} />
      <td data-label={say.state}><Status outcome={outcome} detail={reason?.[language] ?? ''} /></td>
    </tr>
  );
}

function Amount({ line, name, years }: { line: SettlementLine; name: SettlementFigure; years: Years }) {
  const say = useWords(settlementWords);
  const { language } = useSettings().settings;
  const { ofLine } = useSettlementOrigins(years);
  const text = amount(line[`${name}_yuan`]);
  return (
    <td data-label={say[name]} className="number">
      <Figure label={say.figureOf(say[name], lineText(line, say, language))} from={ofLine(line, name)}>{text ?? say.unknown}</Figure>
    </td>
  );
}

const amount = (yuan: string | null): string | null => (yuan === null ? null : groupDigits(yuan));
