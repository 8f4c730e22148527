import { isWeekend, weekdayOf } from '../../../core/duties/holidays.ts';
import { daysInMonth, plainDate, type PlainDate } from '../../../core/values/plain-date.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate } from '../../words/format.ts';
import { holidayWords } from '../../words/holidays.ts';

export type DayKind = 'off' | 'worked';

interface HolidayMonthsProps {
  readonly year: number;
  readonly days: ReadonlyMap<string, DayKind>;
  readonly onChange: (days: ReadonlyMap<string, DayKind>) => void;
}

const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);

/** The days of a year to be pressed: off, worked, as usual. */
export function HolidayMonths({ year, days, onChange }: HolidayMonthsProps) {
  const say = useWords(holidayWords);
  const press = (day: PlainDate) => {
    const next = new Map(days);
    const kind = after(days.get(day), isWeekend(day));
    if (kind === undefined) next.delete(day);
    else next.set(day, kind);
    onChange(next);
  };
  return (
    <div className="holiday-months">
      {MONTHS.map((month) => (
        <fieldset key={month} className="holiday-month">
          <legend>{say.month(month)}</legend>
          <div className="holiday-days">
            {daysOf(year, month).map((day, at) => <Day key={day} day={day} kind={days.get(day)} column={at === 0 ? weekdayOf(day) + 1 : undefined} onPress={() => press(day)} />)}
          </div>
        </fieldset>
      ))}
    </div>
  );
}

/** A weekday is off or as usual; a weekend may be part of a holiday, or worked. */
function after(kind: DayKind | undefined, weekend: boolean): DayKind | undefined {
  if (kind === undefined) return 'off';
  return kind === 'off' && weekend ? 'worked' : undefined;
}

function daysOf(year: number, month: number): PlainDate[] {
  return Array.from({ length: daysInMonth(year, month) }, (_, at) => plainDate(year, month, at + 1)).filter((day) => day !== null);
}

/** Columns of the week, as classes: the pages carry no styles of their own. */
function Day({ day, kind, column, onPress }: { day: PlainDate; kind: DayKind | undefined; column: number | undefined; onPress: () => void }) {
  const say = useWords(holidayWords);
  const { language } = useSettings().settings;
  const word = kind === undefined ? say.plain : kind === 'off' ? say.off : say.worked;
  return (
    <button
      type="button" className={`holiday-day${column === undefined ? '' : ` holiday-column-${column}`}`} data-kind={kind} data-weekend={isWeekend(day)}
      aria-label={`${formatDate(day, language)} ${word}`} onClick={onPress}
    >
      {Number(day.slice(8))}
    </button>
  );
}
