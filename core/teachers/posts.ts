import type { Row } from '../exchange/sheets.ts';
import { isFullTimeTeacher } from '../facts/staff.ts';
import { dayAt, type JournalEntry } from '../journals/entry.ts';
import { countedStandard, entriesOf, type WorkFacts } from '../journals/judged.ts';
import { inForce } from '../values/period.ts';

const FILLED: Readonly<Record<string, (post: Row<'staff'>) => boolean>> = {
  teacher: isFullTimeTeacher,
  psychologist: ({ post, employment }) => employment === 'full_time' && post === 'psychologist',
  counsellor: ({ post, employment }) => employment === 'full_time' && post === 'counsellor',
};

/** Posts of a kind: approved by the latest decision in force, and filled. */
export interface PostsOfKind {
  readonly post: string;
  readonly approved: number;
  readonly filled: number;
}

export function postsOfCampus(facts: WorkFacts): PostsOfKind[] {
  const latest = new Map<string, JournalEntry>();
  const inOrder = entriesOf(facts, 'approved_posts').filter((entry) => String(dayAt(entry, 'from')) <= facts.on).toSorted((a, b) => (String(a.values['from']) < String(b.values['from']) ? -1 : 1));
  for (const entry of inOrder) latest.set(String(entry.values['post']), entry);
  const present = facts.rows.staff.filter((post) => inForce(post, facts.on));
  return [...latest].map(([post, { values }]) => ({
    post, approved: Number(values['posts']), filled: new Set(present.filter((one) => FILLED[post]?.(one) === true).map(({ person_id }) => person_id)).size,
  }));
}

/** R5-i: posts that are filled stay within those that were approved. */
export const approvedPosts = countedStandard({
  id: 'R5-i-posts', clause: 'R5-i', label: { zh: '在岗人数不超过核定编制', en: 'Posts filled within those approved' }, parameter: 'posts.max_over_approved', unit: 'person', missing: 'approved_posts',
  count: (facts) => {
    const posts = postsOfCampus(facts);
    return posts.length === 0 ? null : posts.reduce((total, { approved, filled }) => total + Math.max(0, filled - approved), 0);
  },
  behind: (facts) => ({
    label: { zh: '核定编制与在岗', en: 'Posts approved and filled' }, columns: [{ zh: '岗位', en: 'Post' }, { zh: '核定', en: 'Approved' }, { zh: '在岗', en: 'Filled' }],
    rows: postsOfCampus(facts).map(({ post, approved, filled }) => [entriesOf(facts, 'approved_posts')[0]?.kind.fields['post']?.codes?.[post]?.zh ?? post, String(approved), String(filled)]),
  }),
});
