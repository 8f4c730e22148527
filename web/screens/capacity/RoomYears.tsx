import { ScreenLink } from '../../components/Button/Button.tsx';
import type { CapacityAnswer } from '../../provenance/answers.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { capacityWords } from '../../words/capacity.ts';
import { YearTable } from '../forecast/YearTable.tsx';
import { bindingText, roomOf, type CampusRoomRow, type SchoolRoomRow } from './room.ts';
import { Room } from './Room.tsx';
import { useCapacityOrigins } from './useCapacityOrigins.ts';

/** Campuses year by year: room for more students, and what is reached first. */
export function CampusRoomYears({ capacity, id = 'capacity-years', note }: { readonly capacity: CapacityAnswer; readonly id?: string; readonly note?: string }) {
  const say = useWords(capacityWords);
  const rows = capacity.campuses.map(({ campus_id, name }) => ({ name, campus_id, link: `/forecast/${encodeURIComponent(campus_id)}`, years: capacity.campus_rows.filter((row) => row.campus_id === campus_id) }));
  return <Years capacity={capacity} id={id} title={say.ahead} note={note ?? say.aheadNote} first={say.campus} rows={rows} />;
}

/** What is left of each school, likewise. */
export function SchoolRoomYears({ capacity }: { readonly capacity: CapacityAnswer }) {
  const say = useWords(capacityWords);
  const rows = capacity.schools.map(({ school_id, name }) => ({
    name, campus_id: capacity.campuses.find((one) => one.school_id === school_id)?.campus_id, link: null, years: capacity.school_rows.filter((row) => row.school_id === school_id),
  }));
  return <Years capacity={capacity} id="capacity-schools" title={say.schools} note={say.schoolsNote} first={say.school} rows={rows} />;
}

interface YearsProps {
  readonly capacity: CapacityAnswer;
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly first: string;
  readonly rows: readonly { readonly name: string; readonly campus_id: string | undefined; readonly link: string | null; readonly years: readonly (CampusRoomRow | SchoolRoomRow)[] }[];
}

function Years({ capacity, id, title, note, first, rows }: YearsProps) {
  const say = useWords(capacityWords);
  const { language } = useSettings().settings;
  const origins = useCapacityOrigins(capacity);
  const years = [...new Set(capacity.campus_rows.map(({ year }) => year))];
  return (
    <YearTable
      id={id} title={title} note={note} head={[{ label: first }, ...years.map((year) => ({ label: String(year), number: true }))]}
      rows={rows.map(({ name, campus_id, link, years: own }) => [
        link === null ? name : <ScreenLink key="name" to={link}>{name}</ScreenLink>,
        ...own.map((row) => (
          <span key={row.year}>
            <Room name={name} row={row} campus_id={campus_id} origins={origins} />
            {roomOf(row) !== null && <span className="small capacity-binding">{bindingText(row, capacity.standards, language, say.comma)}</span>}
          </span>
        )),
      ])}
    />
  );
}
