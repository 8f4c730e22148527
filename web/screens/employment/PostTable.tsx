import { CONTRACTS } from '../../../core/employment/outcomes.ts';
import { Button } from '../../components/Button/Button.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate, groupDigits } from '../../words/format.ts';
import { recommendingWords } from '../../words/recommending.ts';
import type { Post } from './queries.ts';

/** Posts with contract, wage, majors and what is to be looked at; a firm puts its own right. */
export function PostTable({ posts, onCorrect }: { posts: readonly Post[]; onCorrect?: (post: Post) => void }) {
  const say = useWords(recommendingWords);
  const { language } = useSettings().settings;
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards">
        <caption className="hidden-text">{say.posts}</caption>
        <thead>
          <tr>
            <th scope="col">{say.post}</th><th scope="col" className="number">{say.places}</th><th scope="col" className="number">{say.wage}</th>
            {[say.contract, say.majors, say.facilities, say.openUntil].map((head) => <th key={head} scope="col">{head}</th>)}
            {onCorrect !== undefined && <th scope="col"><span className="hidden-text">{say.correct}</span></th>}
          </tr>
        </thead>
        <tbody>
          {posts.map((one) => (
            <tr key={one.post_id}>
              <th scope="row">{one.title}<span className="small graduate-more">{one.firm} · {one.division_code}</span></th>
              <td className="number" data-label={say.places}>{one.places}</td>
              <td className="number" data-label={say.wage}>{groupDigits(one.wage_yuan)} {say.yuan}</td>
              <td data-label={say.contract}>{CONTRACTS[one.contract_kind][language]}</td>
              <td data-label={say.majors}>{one.higher_codes.join('、')}</td>
              <td data-label={say.facilities}>{one.facilities}{one.signs.map((sign) => <span key={sign} className="small graduate-more">⚠ {say[sign]}</span>)}{one.reason !== null && <span className="small graduate-more">{say.correctedWhy(one.reason)}</span>}</td>
              <td className="unbroken" data-label={say.openUntil}>{formatDate(one.open_until, language)}</td>
              {onCorrect !== undefined && <td><Button kind="quiet" aria-label={`${say.correct} ${one.title}`} onClick={() => onCorrect(one)}>{say.correct}</Button></td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
