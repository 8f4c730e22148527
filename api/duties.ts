import type { Context } from 'hono';
import { postsHeld } from '../core/duties/post.ts';
import { daysBetween, type PlainDate } from '../core/values/plain-date.ts';
import { countUnfinishedBefore, listDuties, listDutyGroups, namesOf, type AskedGroups, type DutyGroup } from '../store/duties.ts';
import { goLiveOf, setGoLive } from '../store/duty-start.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Handlers } from './app.ts';
import { askerOf, dayOf, placeOf, storeOf, type Deps, type Place } from './deps.ts';
import { declaredDuty, dutyView, wordsOf } from './duty-view.ts';
import type { ApiEnv } from './environment.ts';
import { isDone, once } from './once.ts';
import { reckonNow } from './reckon.ts';
import { refuse } from './refuse.ts';

type DutyHandlers = Pick<Handlers, 'listMyDuties' | 'listLateDuties' | 'listDuties' | 'readDutyStart' | 'setDutyStart'>;

/** The posts of whoever asks. */
function postsOf(c: Context<ApiEnv>): string[] {
  return askerOf(c).holder.roles.flatMap(postsHeld);
}

/** Groups with their words, as they stand on the region's day. */
export async function groupViews(tx: Transaction, place: Place, asked: AskedGroups, today: PlainDate) {
  const groups = (await listDutyGroups(tx, asked)).filter(({ duty }) => declaredDuty(place.pack, duty) !== undefined);
  const words = await wordsOf(tx, place, groups);
  return groups.map((group) => groupView(group, words, today));
}

function groupView(group: DutyGroup, words: Awaited<ReturnType<typeof wordsOf>>, today: PlainDate) {
  const { about, student_id, due_on, opened_on, many } = group;
  const state = today <= due_on ? 'open' as const : 'overdue' as const;
  return {
    ...words.head(group), state, days_left: daysBetween(today, due_on), many, opened_on,
    about: about === null || about === 'student' && many > 1 ? null : words.about(about, student_id),
  };
}

/** What is owed, by whom and by when. */
export function dutyHandlers(deps: Deps): DutyHandlers {
  const groups = (c: Context<ApiEnv>, asked: (today: PlainDate) => AskedGroups) => storeOf(deps, c).read(async (tx) => {
    const place = await placeOf(tx);
    const { on: today } = dayOf(deps, place, {});
    return { today, groups: await groupViews(tx, place, asked(today), today) };
  });
  return {
    listMyDuties: async (c) => c.json(await groups(c, () => ({ posts: postsOf(c) })), 200),
    listLateDuties: async (c) => c.json(await groups(c, (today) => ({ late_on: today })), 200),
    listDuties: async (c) => {
      const { page, per_page, mine, owed_by, ...asked } = c.req.valid('query');
      return storeOf(deps, c).read(async (tx) => {
        const place = await placeOf(tx);
        const { on: today } = dayOf(deps, place, {});
        const { total, duties } = await listDuties(tx, { ...asked, ...(owed_by !== undefined && { posts: [owed_by] }), ...(mine === '1' && { posts: postsOf(c) }), offset: (page - 1) * per_page, limit: per_page });
        const words = await wordsOf(tx, place, duties);
        const about_name = asked.about === undefined ? null : (await namesOf(tx, [asked.about])).get(asked.about) ?? null;
        return c.json({ today, about_name, total, page, per_page, duties: duties.filter(({ duty }) => declaredDuty(place.pack, duty) !== undefined).map((duty) => dutyView(duty, words, today)) }, 200);
      });
    },
    readDutyStart: (c) => storeOf(deps, c).read(async (tx) => {
      const go_live = await goLiveOf(tx);
      return c.json({ go_live, unfinished: await countUnfinishedBefore(tx, c.req.valid('query').if_from ?? go_live) }, 200);
    }),
    setDutyStart: async (c) => {
      const { go_live } = c.req.valid('json');
      const answer = await once(deps, c, { go_live }, async (tx) => {
        await setGoLive(tx, go_live);
        return { outcome: 'done' as const, value: { go_live } };
      });
      if (!isDone(answer)) return refuse(c, answer.outcome);
      await reckonNow(deps, c);
      return c.json(answer.value, 200);
    },
  };
}
