import { useId } from 'react';
import { ChartFrame } from '../../components/ChartFrame/ChartFrame.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { Figure } from '../../components/Figure/Figure.tsx';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { Status } from '../../components/Status/Status.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../words/format.ts';
import { moneyWords } from '../../words/money.ts';
import { settlementWords } from '../../words/settlement.ts';
import { lineText, partyText } from '../settlement/line-text.ts';
import type { SettlementLine, Years } from '../settlement/queries.ts';
import { useSettlementOrigins } from '../settlement/useSettlementOrigins.ts';
import { hopsOf, paidByStudents, type Hop } from './flows.ts';
import { layOut } from './sankey.ts';

/** No name is cut by the upper edge. */
const TOP = 14;
const SIZE = { width: 960, height: 420 };

/** The relay as a picture, and beside it the same hops as a table that opens down to formula, postings and records. */
export function RelayChart({ lines, years }: { lines: readonly SettlementLine[]; years: Years }) {
  const [say, of] = [useWords(moneyWords), useWords(settlementWords)];
  const { language } = useSettings().settings;
  const nameOf = (line: SettlementLine, side: 'from' | 'to'): string => {
    if (line.kind === 'grant' && side === 'to') return partyText(line.to, of);
    if (side === 'from' && paidByStudents(line)) return say.studentsPay;
    return side === 'to' && line.to.id === 'students' ? say.studentsPaid : partyText(line[side], of);
  };
  const hops = hopsOf(lines, nameOf, ({ label }) => label[language]);
  const shown = lines.filter((line) => line.due_yuan !== '0.00' || line.paid_yuan !== '0.00');
  if (shown.length === 0) return <EmptyState title={of.none}>{of.noneHelp}</EmptyState>;
  return (
    <>
      {hops.length > 0 && (
        <ChartFrame
          title={say.picture} summary={say.pictureHelp}
          table={{ columns: [{ label: say.flow }, { label: say.from }, { label: say.to }, { label: say.amount, number: true }], rows: hops.map(({ label, from, to, line }) => [label, from, to, groupDigits(line.paid_yuan ?? '0')]) }}
        >
          <Sankey hops={hops} />
        </ChartFrame>
      )}
      <HopTable lines={shown} years={years} />
    </>
  );
}

function Sankey({ hops }: { hops: readonly Hop[] }) {
  const say = useWords(moneyWords);
  const title = useId();
  const pays = new Set(hops.map(({ from }) => from));
  const gets = new Set(hops.map(({ to }) => to));
  const first = new Set(hops.filter(({ line }) => line.kind === 'grant' || paidByStudents(line)).map(({ from }) => from));
  const second = new Set(hops.filter(({ line }) => line.kind === 'grant' || paidByStudents(line)).map(({ to }) => to));
  const column = (name: string): number => (first.has(name) ? 0 : second.has(name) ? 1 : pays.has(name) && gets.has(name) ? 2 : pays.has(name) ? 1 : hops.some(({ to, from }) => to === name && !second.has(from)) ? 3 : 2);
  const used = [...new Set(hops.flatMap(({ from, to }) => [column(from), column(to)]))].sort((a, b) => a - b);
  const { nodes, ribbons, bar } = layOut(hops, (name) => used.indexOf(column(name)), SIZE);
  return (
    <div className="sankey" tabIndex={0} role="group" aria-label={say.picture}>
      <svg viewBox={`0 0 ${SIZE.width} ${SIZE.height + 24}`} role="img" aria-labelledby={title}>
        <title id={title}>{say.pictureHelp}</title>
        {ribbons.map(({ key, path, width, label, from, to, fen }) => <path key={key} d={path} className="sankey-ribbon" style={{ strokeWidth: width }}><title>{`${label} ${from} → ${to} ${(fen / 100).toFixed(2)}`}</title></path>)}
        {nodes.map(({ name, x, y, height }) => (
          <g key={name}>
            <rect x={x} y={y} width={bar} height={height} className="sankey-node" />
            <text x={x + (x > SIZE.width / 2 ? -6 : bar + 6)} y={Math.max(TOP, y + Math.min(height / 2 + 5, height + 12))} textAnchor={x > SIZE.width / 2 ? 'end' : 'start'} className="sankey-name">{name}</text>
          </g>
        ))}
      </svg>
    </div>
  );
}

function HopTable({ lines, years }: { lines: readonly SettlementLine[]; years: Years }) {
  const [say, of] = [useWords(moneyWords), useWords(settlementWords)];
  const { language } = useSettings().settings;
  const { ofLine } = useSettlementOrigins(years);
  const accounts = new Map(hopsOf(lines, () => '', () => '').map(({ line, account }) => [line, account]));
  return (
    <section aria-labelledby="money-hops">
      <h2 id="money-hops">{say.hops}</h2>
      <div className="wide-table">
        <table className="ledger ledger-cards settlement-table">
          <caption className="hidden-text">{say.hops}</caption>
          <thead><tr><th scope="col">{say.flow}</th><th scope="col">{of.parties}</th><th scope="col" className="number">{of.due}</th><th scope="col" className="number">{of.paid}</th><th scope="col" className="number">{of.outstanding}</th><th scope="col">{of.state}</th><th scope="col">{say.postings}</th></tr></thead>
          <tbody>
            {lines.map((line) => {
              const account = accounts.get(line);
              return (
                <tr key={[line.kind, line.from?.id, line.to.id, line.campus?.id].join(' ')}>
                  <th scope="row">{line.label[language]}</th>
                  <td data-label={of.parties}>{partyText(line.from, of)} → {partyText(line.to, of)}{line.campus !== null && <span className="small settlement-note">{partyText(line.campus, of)}</span>}</td>
                  {(['due', 'paid', 'outstanding'] as const).map((name) => (
                    <td key={name} data-label={of[name]} className="number"><Figure label={of.figureOf(of[name], lineText(line, of, language))} from={ofLine(line, name)}>{line[`${name}_yuan`] === null ? of.unknown : groupDigits(line[`${name}_yuan`] ?? '')}</Figure></td>
                  ))}
                  <td data-label={of.state}><Status outcome={line.outcome} detail={line.reason?.[language] ?? ''} /></td>
                  <td data-label={say.postings}>{account === undefined ? '–' : <ScreenLink to="/ledger" query={{ account }}>{say.lookAt}<span className="hidden-text"> {lineText(line, of, language)}</span></ScreenLink>}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
