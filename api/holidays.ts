import { enterHolidays, holidayHistory, holidayTables, yearsShown, type EnterOutcome, type HolidayTable } from '../store/holidays.ts';
import type { Handlers } from './app.ts';
import { dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import { isDone, once, type Change } from './once.ts';
import { reckonNow } from './reckon.ts';
import { refuse } from './refuse.ts';

type HolidayHandlers = Pick<Handlers, 'listHolidays' | 'readHolidayHistory' | 'enterHolidays'>;

function tableView({ year, version, off, worked, source, recorded_at, recorded_by }: HolidayTable) {
  return { year, version, off: [...off].sort(), worked: [...worked].sort(), source, recorded_at, recorded_by };
}

type TableView = ReturnType<typeof tableView>;

/** The tables that deadlines are counted by. */
export function holidayHandlers(deps: Deps): HolidayHandlers {
  return {
    listHolidays: (c) => storeOf(deps, c).read(async (tx) => {
      const { on: today } = dayOf(deps, await placeOf(tx), {});
      const tables = await holidayTables(tx);
      const missing = yearsShown(tables, today).filter((year) => !tables.has(year));
      return c.json({ today, years: [...tables.values()].map(tableView), missing }, 200);
    }),
    readHolidayHistory: (c) => storeOf(deps, c).read(async (tx) => c.json({ versions: (await holidayHistory(tx, c.req.valid('param').year)).map(tableView) }, 200)),
    enterHolidays: async (c) => {
      const entered = { ...c.req.valid('json'), ...c.req.valid('param') };
      const answer = await once(deps, c, entered, async (tx): Promise<Change<TableView> | Exclude<EnterOutcome, { readonly outcome: 'done' }>> => {
        const reply = await enterHolidays(tx, entered);
        return reply.outcome === 'done' ? { outcome: 'done', value: tableView(reply.table) } : reply;
      });
      if (!isDone(answer)) return refuse(c, answer.outcome);
      // Open deadlines are counted by it from this moment on.
      const { moved } = await reckonNow(deps, c);
      return c.json({ table: answer.value, moved }, 200);
    },
  };
}
