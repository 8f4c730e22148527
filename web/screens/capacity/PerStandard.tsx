import { BulletChart } from '../../components/Bullet/BulletChart.tsx';
import { Figure } from '../../components/Figure/Figure.tsx';
import type { CapacityAnswer } from '../../provenance/answers.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { capacityWords } from '../../words/capacity.ts';
import { groupDigits } from '../../words/format.ts';
import { missingNames } from '../../words/outcome.ts';
import { YearTable } from '../forecast/YearTable.tsx';
import { signed, type CampusRoomRow, type Standard } from './room.ts';
import { Room } from './Room.tsx';
import { useCapacityOrigins, type CapacityOrigins } from './useCapacityOrigins.ts';

/** One year: each campus by each standard, the tightest framed. */
export function PerStandard({ capacity, year }: { readonly capacity: CapacityAnswer; readonly year: number }) {
  const say = useWords(capacityWords);
  const { language } = useSettings().settings;
  const origins = useCapacityOrigins(capacity);
  const standards = capacity.standards.filter(({ notice }) => !notice);
  const rows = capacity.campuses.flatMap(({ campus_id, name }) => capacity.campus_rows.filter((row) => row.campus_id === campus_id && row.year === year).map((row) => ({ name, row })));
  return (
    <>
      <BulletChart
        title={say.chart(year)}
        rows={rows.map(({ name, row: { students, capacity: { students: most } } }) => ({
          label: name, value: students, target: most ?? 0, max: 2 * Math.max(students ?? 0, most ?? 0, 1),
          figure: students === null ? null : groupDigits(String(students)), against: students === null ? say.unknown : most === null ? say.unlimited : say.ofMost(groupDigits(String(most))),
        }))}
      />
      <YearTable
        id="capacity-standards" title={say.perStandard(year)} note={say.perStandardNote}
        head={[{ label: say.campus }, { label: say.foreseen, number: true }, { label: say.room, number: true }, ...standards.map(({ label }) => ({ label: label[language], number: true }))]}
        rows={rows.map(({ name, row }) => [
          name, row.students === null ? say.unknown : groupDigits(String(row.students)), <Room key="room" name={name} row={row} campus_id={row.campus_id} origins={origins} />,
          ...standards.map((standard) => <Cell key={standard.id} name={name} row={row} standard={standard} origins={origins} />),
        ])}
      />
    </>
  );
}

function Cell({ name, row, standard, origins }: { readonly name: string; readonly row: CampusRoomRow; readonly standard: Standard; readonly origins: CapacityOrigins }) {
  const say = useWords(capacityWords);
  const { language } = useSettings().settings;
  const allowed = row.allowed.find((one) => one.standard === standard.id);
  if (allowed === undefined || allowed.students === null || row.students === null) {
    return <span className="small">{allowed !== undefined && allowed.missing.length > 0 ? missingNames(allowed.missing, language) : row.students === null ? say.unknown : say.unlimited}</span>;
  }
  const room = allowed.students - row.students;
  return (
    <span className={row.capacity.binding.includes(standard.id) ? 'capacity-tightest' : ''}>
      <Figure label={say.origin(`${name} ${standard.label[language]}`, row.year)} from={origins.allowed(row.campus_id, row, standard, allowed.students)}>{signed(room)}</Figure>
    </span>
  );
}
