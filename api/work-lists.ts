import type { Context } from 'hono';
import { KIND_OF_AREA, type Area } from '../core/journals/journal-kind.ts';
import { journalKind } from '../core/journals/journals.ts';
import { mayTouch } from '../core/access/reach.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import type { StaffList } from '../core/teachers/staff-lists.ts';
import { campusesOfWork, type WorkCampus } from '../store/journals/campuses-in-reach.ts';
import { journalListOf, listPaper, staffListOf } from '../store/journals/lists.ts';
import type { Transaction } from '../store/transaction.ts';
import { staffListWorkbook } from '../workbook/staff-list.ts';
import type { WorkHandlers } from './app-work.ts';
import { XLSX } from './contract/files.ts';
import { dayOf, placeOf, storeOf, type Deps, type Place } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import { attachment } from './files.ts';
import { refuse } from './refuse.ts';

interface AskedList {
  readonly list: 'staff' | 'overlaps';
  readonly campus_id: string;
  readonly on?: PlainDate | undefined;
}

const asked = (param: Pick<AskedList, 'list'>, query: Omit<AskedList, 'list'>): AskedList => ({ ...param, ...query });

/** Lists of the work at a campus to take along; whoever does is written down. */
export function workListHandlers(deps: Deps): Pick<WorkHandlers, 'downloadJournal' | 'downloadStaffWorkbook' | 'downloadStaffPaper'> {
  const workbook = async (list: StaffList, place: Place) => staffListWorkbook(list, place.region.sample);
  const staffList = (c: Context<ApiEnv>, { list: name, campus_id, on }: AskedList, write: (tx: Transaction, list: StaffList, place: Place) => Promise<Uint8Array>) =>
    taken(deps, c, { area: 'teachers', campus_id }, async (tx, _, place) => {
      const list = await tx.whole((whole) => staffListOf(whole, name, { campus_id, ...dayOf(deps, place, on === undefined ? {} : { on }) }));
      return list === null ? null : { list, what: name, bytes: await write(tx, list, place) };
    });
  return {
    downloadJournal: async (c) => {
      const kind = journalKind(c.req.valid('param').kind);
      if (kind === undefined) return refuse(c, 'unknown_journal');
      const found = await taken(deps, c, { area: kind.area, campus_id: c.req.valid('query').campus_id }, async (tx, { campus_id, name }, place) => {
        const list = await journalListOf(tx, kind, { campus_id, campus: name, on: dayOf(deps, place, {}).on });
        return { list, what: kind.id, bytes: await workbook(list, place) };
      });
      return found === null ? refuse(c, 'unknown_campus') : attachment(c, `${found.list.title} ${found.list.on}.xlsx`, XLSX, found.bytes);
    },
    downloadStaffWorkbook: async (c) => {
      const found = await staffList(c, asked(c.req.valid('param'), c.req.valid('query')), (_, list, place) => workbook(list, place));
      return found === null ? refuse(c, 'unknown_campus') : attachment(c, `${found.list.title} ${found.list.on}.xlsx`, XLSX, found.bytes);
    },
    downloadStaffPaper: async (c) => {
      const found = await staffList(c, asked(c.req.valid('param'), c.req.valid('query')), listPaper);
      return found === null ? refuse(c, 'unknown_campus') : attachment(c, `${found.list.title} ${found.list.on}.pdf`, 'application/pdf', found.bytes);
    },
  };
}

interface Taken {
  readonly list: StaffList;
  readonly what: string;
  readonly bytes: Uint8Array;
}

function taken(deps: Deps, c: Context<ApiEnv>, { area, campus_id }: { readonly area: Area; readonly campus_id: string }, write: (tx: Transaction, campus: WorkCampus, place: Place) => Promise<Taken | null>): Promise<Taken | null> {
  return storeOf(deps, c).disclose(async (tx) => {
    const place = await placeOf(tx);
    const campus = (await campusesOfWork(tx, area)).find((one) => one.campus_id === campus_id);
    const found = campus === undefined || !mayTouch(tx.actor.reach, KIND_OF_AREA[area], 'export', campus.scopes) ? null : await write(tx, campus, place);
    if (found === null) tx.discard();
    else await tx.audit({ action: 'journal.list', object: `campuses/${campus_id}`, detail: { list: found.what, on: found.list.on, rows: found.list.rows.length } });
    return found;
  });
}
