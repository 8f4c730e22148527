import { calendarText, type CalendarEntry } from '../core/duties/calendar.ts';
import { postsHeld } from '../core/duties/post.ts';
import { endFeed, makeFeed, makeFeedAgain, readFeed, readFeedOwner, type CalendarFeed } from '../store/calendar-feeds.ts';
import { listDutyGroups, type DutyGroup } from '../store/duties.ts';
import type { Handlers } from './app.ts';
import { placeOf, storeOf, type Deps } from './deps.ts';
import { declaredDuty, wordsOf } from './duty-view.ts';
import { isDone, once, onceTold, type Told } from './once.ts';
import { refuse } from './refuse.ts';
import { publicOrigin } from './slips.ts';

type CalendarHandlers = Pick<Handlers, 'readCalendarFeed' | 'makeCalendarFeed' | 'endCalendarFeed' | 'downloadCalendar'>;
type Made = Awaited<ReturnType<typeof makeFeed>>;

/** Calendar programs like the name of a file. */
const ENDING = '.ics';
const feedView = ({ made_at, last_used_at }: CalendarFeed) => ({ made_at, last_used_at });
const made = (value: Made): Told<number, Made> => ({ outcome: 'done', value, kept: value.feed.feed_id });

/** One's duties in one's own calendar. */
export function calendarHandlers(deps: Deps): CalendarHandlers {
  return {
    readCalendarFeed: (c) => storeOf(deps, c).read(async (tx) => {
      const feed = await readFeed(tx);
      return c.json({ feed: feed === null ? null : feedView(feed) }, 200);
    }),
    makeCalendarFeed: async (c) => {
      const reply = await onceTold<number, Made, never>(deps, c, {}, {
        work: async (tx) => made(await makeFeed(tx)),
        again: async (tx, feed_id) => {
          const renewed = await makeFeedAgain(tx, feed_id);
          return renewed === null ? { outcome: 'told_already' } : made(renewed);
        },
      });
      if (!isDone(reply)) return refuse(c, reply.outcome);
      const { feed, secret } = reply.value;
      return c.json({ feed: feedView(feed), address: `${publicOrigin(deps, c)}/api/calendars/${secret}${ENDING}` }, 201);
    },
    endCalendarFeed: async (c) => {
      const reply = await once(deps, c, {}, async (tx) => {
        const ended = await endFeed(tx);
        return ended ? { outcome: 'done' as const, value: { feed: null } } : { outcome: 'unknown_calendar' as const };
      });
      return isDone(reply) ? c.json(reply.value, 200) : refuse(c, reply.outcome);
    },
    downloadCalendar: async (c) => {
      const { secret } = c.req.valid('param');
      const owner = await readFeedOwner(deps.database, secret.endsWith(ENDING) ? secret.slice(0, -ENDING.length) : secret);
      if (owner === null) return refuse(c, 'unknown_calendar');
      const text = await deps.database.as(owner.actor).read(async (tx) => {
        const place = await placeOf(tx);
        const groups = (await listDutyGroups(tx, { posts: owner.holder.roles.flatMap(postsHeld) })).filter(({ duty }) => declaredDuty(place.pack, duty) !== undefined);
        const words = await wordsOf(tx, place, groups);
        return calendarText(`贯通待办 ${place.region.name}`, groups.map((group) => entryOf(group, words, { origin: publicOrigin(deps, c), region: place.region.code })));
      });
      return c.body(text, 200, { 'content-type': 'text/calendar; charset=utf-8' });
    },
  };
}

/** The same duty keeps its name when its last day moves with a holiday. */
function entryOf(group: DutyGroup, words: Awaited<ReturnType<typeof wordsOf>>, { origin, region }: { readonly origin: string; readonly region: string }): CalendarEntry {
  const { label, action, clause } = words.head(group);
  const about = group.about === null || group.about === 'student' ? null : words.about(group.about, null).name;
  return {
    uid: [group.duty, group.opened_on, group.about ?? 'several', ...group.owed_by, region].join('/').replace(/[^\w./@*-]/g, '_') + '@guantong',
    on: group.due_on, changed_at: group.changed_at, url: `${origin}/todo`,
    summary: `${label.zh}${about === null ? '' : `（${about}）`}${group.many > 1 ? `（${group.many} 项）` : ''}`,
    description: `${clause}：${label.zh}，${group.due_on} 到期。${action.label.zh}：${origin}${action.screen}`,
  };
}
