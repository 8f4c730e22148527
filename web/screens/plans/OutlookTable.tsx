import { Matrix } from '../../components/Matrix/Matrix.tsx';
import { Figure } from '../../components/Figure/Figure.tsx';
import { useProvenance } from '../../components/ProvenancePanel/ProvenanceProvider.tsx';
import { shortDetail } from '../../provenance/short-verdict.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../words/format.ts';
import { forecastWords } from '../../words/forecast.ts';
import { planWords } from '../../words/plans.ts';
import { columnOf } from '../forecast/StandardYears.tsx';
import { useForecastOrigins } from '../forecast/useForecastOrigins.ts';
import type { Outlook, Plan } from './queries.ts';

type Campus = Outlook['campuses'][number]['forecast'];
type Year = Campus['rows'][number];

/** S2-a: each campus in the two years in which the planned intake is there: heads, capacity, what binds it, what room is left, and every standard. */
export function OutlookTable({ plan, outlook, typing = false }: { plan: Plan; outlook: Outlook | null; typing?: boolean }) {
  const say = useWords(planWords);
  const campuses = (outlook?.campuses ?? []).map(({ forecast }) => forecast);
  return (
    <section aria-labelledby="plan-outlook">
      <h2 id="plan-outlook">{say.outlook}</h2>
      {campuses.length === 0 ? <p>{say.noOutlook}</p> : (
        <>
          <p>{say.outlookLead(plan.higher_year, plan.higher_year + 1)}{typing && ` ${say.outlookTyping}`}</p>
          <div className="wide-table">
            <table className="ledger ledger-cards">
              <caption className="hidden-text">{say.outlook}</caption>
              <thead>
                <tr>
                  <th scope="col">{say.campus}</th><th scope="col">{say.year}</th><th scope="col" className="number">{say.headsAndRoom}</th><th scope="col">{say.room}</th><th scope="col">{say.binding}</th>
                </tr>
              </thead>
              <tbody>{campuses.flatMap((campus) => campus.rows.map((row) => <CampusYear key={`${campus.campus_id} ${row.year}`} campus={campus} row={row} />))}</tbody>
            </table>
          </div>
          <Standards campuses={campuses} />
        </>
      )}
    </section>
  );
}

function CampusYear({ campus, row }: { campus: Campus; row: Year }) {
  const say = useWords(planWords);
  const forecast = useWords(forecastWords);
  const { language } = useSettings().settings;
  const origins = useForecastOrigins();
  const { students, capacity, year, verdicts } = row;
  const room = students === null || capacity.students === null ? null : capacity.students - students;
  const binding = capacity.binding.map((id) => `${id} ${verdicts.find(({ standard }) => standard === id)?.label[language] ?? ''}`.trim());
  return (
    <tr>
      <th scope="row">{campus.name}</th>
      <td data-label={say.year}>{year}</td>
      <td data-label={say.headsAndRoom} className="number">
        <Figure label={forecast.origin(`${campus.name} ${forecast.higher}`, year)} from={origins.heads(row, row.grades, false)}>{students === null ? '?' : groupDigits(String(students))}</Figure>
        {' / '}
        {capacity.students === null ? '–' : <Figure label={forecast.origin(`${campus.name} ${forecast.capacity}`, year)} from={origins.capacity(row)}>{groupDigits(String(capacity.students))}</Figure>}
      </td>
      <td data-label={say.room}><Room room={room} /></td>
      <td data-label={say.binding}>{binding.join(say.comma)}</td>
    </tr>
  );
}

function Room({ room }: { room: number | null }) {
  const say = useWords(planWords);
  if (room === null) return <span className="plan-room status-undetermined"><span aria-hidden="true">◇</span> {say.roomUnknown}</span>;
  return room < 0
    ? <span className="plan-room status-unmet"><span aria-hidden="true">▲</span> {say.roomOver(-room)}</span>
    : <span className="plan-room status-met"><span aria-hidden="true">●</span> {say.roomLeft(room)}</span>;
}

/** Campus and year × standard; every cell opens what its verdict stands on. */
function Standards({ campuses }: { campuses: readonly Campus[] }) {
  const say = useWords(planWords);
  const forecast = useWords(forecastWords);
  const { language } = useSettings().settings;
  const { open } = useProvenance();
  const origins = useForecastOrigins();
  const rows = campuses.flatMap((campus) => campus.rows.map((row) => ({ campus, row })));
  return (
    <details className="plan-standards">
      <summary>{say.standards}</summary>
      <Matrix
        title={say.standards} corner={say.campus} note={say.standardsNote}
        rows={rows.map(({ campus, row }) => ({ id: `${campus.campus_id} ${row.year}`, label: `${campus.name} ${row.year}` }))}
        columns={(rows[0]?.row.verdicts ?? []).map((verdict) => columnOf(verdict, language))}
        cells={rows.map(({ row }) => row.verdicts.map((verdict) => ({ outcome: verdict.outcome, detail: shortDetail({ ...verdict, value: verdict.measured.value }, language) })))}
        onOpen={(at, column, button) => {
          const chosen = rows[at];
          const verdict = chosen?.row.verdicts[column];
          if (chosen === undefined || verdict === undefined) return;
          open({ source: origins.verdict(chosen.campus, chosen.row, verdict), label: forecast.origin(verdict.label[language], chosen.row.year), button });
        }}
      />
    </details>
  );
}
