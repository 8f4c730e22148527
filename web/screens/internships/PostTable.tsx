import { Button } from '../../components/Button/Button.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate } from '../../words/format.ts';
import { internshipWords } from '../../words/internships.ts';
import type { Post } from './queries.ts';

interface PostTableProps {
  readonly posts: readonly Post[];
  /** Null where the asker places nobody. */
  readonly onPlace: ((post: Post) => void) | null;
  readonly onCorrect: (post: Post) => void;
  readonly onClose: (post: Post) => void;
}

/** The pool: one line for each post. */
export function PostTable({ posts, onPlace, onCorrect, onClose }: PostTableProps) {
  const say = useWords(internshipWords);
  const { language } = useSettings().settings;
  const acting = onPlace !== null || posts.some(({ may_close }) => may_close);
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards">
        <caption className="hidden-text">{say.pool}</caption>
        <thead><tr>{[say.post, say.days, say.place, say.programmes, say.wage, say.seats, say.contact].map((head) => <th key={head} scope="col">{head}</th>)}{acting && <th scope="col" className="no-print"><span className="hidden-text">{say.acts}</span></th>}</tr></thead>
        <tbody>
          {posts.map((post) => (
            <tr key={post.post_id}>
              <th scope="row">{post.title}<br /><span className="small">{post.firm}{post.offered_by !== post.firm && ` · ${say.offeredBy(post.offered_by)}`}</span></th>
              <td data-label={say.days} className="post-day">{formatDate(post.from, language)}<br />{formatDate(post.to, language)}</td>
              <td data-label={say.place}>{post.place}</td>
              <td data-label={say.programmes}>{post.programmes.map(({ name }) => name).join(language === 'zh' ? '、' : ', ')}</td>
              <td data-label={say.wage}>{post.wage_yuan === null ? say.noWage : say.wageOf(post.wage_yuan)}</td>
              <td data-label={say.seats}>{say.placedOf(post.placed, post.seats)}{post.closed && <><br /><span className="small">{say.closed}：{post.close_reason}</span></>}</td>
              <td data-label={say.contact}>{post.safety_contact}</td>
              {acting && (
                <td className="no-print">
                  <div className="post-acts">
                    {onPlace !== null && !post.closed && post.placed < post.seats && <Button onClick={() => onPlace(post)} aria-label={say.placeTitle(post.title)}>{say.place_}</Button>}
                    {post.may_close && <Button onClick={() => onCorrect(post)} aria-label={say.correctTitle(post.title)}>{say.correct}</Button>}
                    {post.may_close && <Button onClick={() => onClose(post)} aria-label={`${say.close} ${post.title}`}>{say.close}</Button>}
                  </div>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
