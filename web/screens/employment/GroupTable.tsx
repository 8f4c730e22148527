import { GROUPS, RATE_DAYS } from '../../../core/employment/rates.ts';
import { Figure } from '../../components/Figure/Figure.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { employmentWords } from '../../words/employment.ts';
import { formatDate } from '../../words/format.ts';
import type { EmploymentAnswer, GroupRates, RatesOnDay } from './queries.ts';
import { RateFigure } from './RateFigure.tsx';
import { READINGS, useEmploymentOrigins } from './useEmploymentOrigins.ts';

const PARTS = GROUPS.filter((one) => one !== 'city');

/** The same by county, school or programme, on one of the days; beside the city the county of the school. */
export function GroupTable({ answer }: { answer: EmploymentAnswer }) {
  const say = useWords(employmentWords);
  const { language } = useSettings().settings;
  const [askedGroup, setGroup] = useInAddress('by');
  const [askedDay, setDay] = useInAddress('day');
  const by = PARTS.find((one) => one === askedGroup) ?? 'school';
  const key = RATE_DAYS.find((one) => one === askedDay) ?? 'first';
  const days = answer.groups[0]?.days ?? [];
  return (
    <section aria-labelledby="group-rates" className="cooperation-part">
      <h2 id="group-rates">{say.ratesOf}</h2>
      <div className="directory-filters no-print">
        <SelectField label={say.group} value={by} onChange={setGroup} options={PARTS.map((value) => ({ value, label: say[`group_${value}`] }))} />
        <SelectField label={say.day} value={key} onChange={setDay} options={days.map((one) => ({ value: one.key, label: `${formatDate(one.day, language)}${one.come ? '' : `（${say.notCome}）`}` }))} />
      </div>
      <div className="wide-table">
        <table className="ledger ledger-cards">
          <caption className="hidden-text">{say.ratesOf}</caption>
          <thead><tr>{[say[`group_${by}`], say.heads, say.recorded, say.local, ...READINGS.map((reading) => `÷ ${say[reading]}`), say.inCountyRate].map((head, at) => <th key={head} scope="col" className={at === 0 ? '' : 'number'}>{head}</th>)}</tr></thead>
          <tbody>
            {answer.groups.filter(({ group }) => group === by).map((group) => {
              const one = group.days.find((day) => day.key === key);
              return one === undefined ? null : <Row key={group.id} group={group} one={one} year={answer.year} />;
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ group, one, year }: { group: GroupRates; one: RatesOnDay; year: number }) {
  const say = useWords(employmentWords);
  const { language } = useSettings().settings;
  const origins = useEmploymentOrigins(year);
  const day = formatDate(one.day, language);
  return (
    <tr>
      <th scope="row">{group.name}</th>
      {([['graduates', say.heads], ['recorded', say.recorded], ['local', say.local]] as const).map(([what, label]) => (
        <td key={what} className="number" data-label={label}><Figure label={say.ofGroup(label, group.name, day)} from={origins.count(group, one, what)}>{one.counts[what]}</Figure></td>
      ))}
      {READINGS.map((reading) => (
        <td key={reading} className="number" data-label={`÷ ${say[reading]}`}><RateFigure rate={one.city[reading]} label={say.ofGroup(say[reading], group.name, day)} from={origins.rate(group, one, 'city', reading)} /></td>
      ))}
      <td className="number" data-label={say.inCountyRate}><RateFigure rate={one.county.without_set_aside} label={say.ofGroup(say.inCountyRate, group.name, day)} from={origins.rate(group, one, 'county', 'without_set_aside')} /></td>
    </tr>
  );
}
