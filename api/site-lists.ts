import type { Context } from 'hono';
import type { SiteListName } from '../core/facts/site-lists.ts';
import type { StaffList } from '../core/teachers/staff-lists.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { listPaper } from '../store/journals/lists.ts';
import { siteListIn } from '../store/site-lists.ts';
import type { Transaction } from '../store/transaction.ts';
import { staffListWorkbook } from '../workbook/staff-list.ts';
import type { SurveyHandlers } from './app-surveys.ts';
import { XLSX } from './contract/files.ts';
import { dayOf, placeOf, storeOf, type Deps, type Place } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import { attachment } from './files.ts';
import { refuse } from './refuse.ts';

interface Asked {
  readonly list: SiteListName;
  readonly campus_id: string;
  readonly on?: PlainDate | undefined;
}

/** What a campus has, to take along; whoever does is written down. */
export function siteListHandlers(deps: Deps): Pick<SurveyHandlers, 'downloadSiteWorkbook' | 'downloadSitePaper'> {
  const given = async (c: Context<ApiEnv>, { list: name, campus_id, on }: Asked, kind: { readonly ending: string; readonly type: string }, write: (tx: Transaction, list: StaffList, place: Place) => Promise<Uint8Array>) => {
    const found = await storeOf(deps, c).disclose(async (tx) => {
      const place = await placeOf(tx);
      const list = await siteListIn(tx, name, { campus_id, on: dayOf(deps, place, on === undefined ? {} : { on }).on });
      if (list === null) tx.discard();
      return list === null ? null : { title: `${list.title} ${list.on}`, bytes: await write(tx, list, place) };
    });
    return found === null ? refuse(c, 'unknown_campus') : attachment(c, `${found.title}.${kind.ending}`, kind.type, found.bytes);
  };
  return {
    downloadSiteWorkbook: (c) => given(c, { ...c.req.valid('param'), ...c.req.valid('query') }, { ending: 'xlsx', type: XLSX }, async (_, list, place) => staffListWorkbook(list, place.region.sample)),
    downloadSitePaper: (c) => given(c, { ...c.req.valid('param'), ...c.req.valid('query') }, { ending: 'pdf', type: 'application/pdf' }, listPaper),
  };
}
