import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate } from '../../words/format.ts';
import { todoWords } from '../../words/todo.ts';

/** Near enough to be marked. */
const SOON_DAYS = 7;

/** ▲ 逾期 12 天 · ◇ 今天到期 · ○ 还有 35 天: shape, word and colour. */
export function DueMark({ days_left }: { days_left: number }) {
  const say = useWords(todoWords);
  const look = days_left < 0 ? 'late' : days_left <= SOON_DAYS ? 'soon' : 'open';
  const word = days_left < 0 ? say.overdue(-days_left) : days_left === 0 ? say.today : say.left(days_left);
  return (
    <span className="due-mark" data-look={look}>
      <span aria-hidden="true">{{ late: '▲', soon: '◇', open: '○' }[look]}</span> {word}
    </span>
  );
}

/** The last day, and whether it was counted without a table of holidays. */
export function DueDay({ due_on, without_table }: { due_on: string; without_table: readonly number[] }) {
  const say = useWords(todoWords);
  const { language } = useSettings().settings;
  return (
    <>
      {formatDate(due_on, language)}
      {without_table.length > 0 && <span className="small due-note">{say.withoutTable(without_table.join('、'))}</span>}
    </>
  );
}
