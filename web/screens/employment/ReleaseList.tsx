import { useState } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate } from '../../words/format.ts';
import { recommendingWords } from '../../words/recommending.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import type { ReleasesAnswer } from './queries.ts';

type Release = ReleasesAnswer['releases'][number];

interface ReleaseListProps {
  readonly release: Release;
  readonly answer: ReleasesAnswer;
  readonly may_write: boolean;
  readonly onDone: (text: string) => Promise<void>;
}

/** One list: for whom it is now, who stands on it, and to whom somebody of it is recommended. */
export function ReleaseList({ release, answer, may_write, onDone }: ReleaseListProps) {
  const say = useWords(recommendingWords);
  const { language } = useSettings().settings;
  const heading = `release-${release.release_id}`;
  const partners = release.partners.map(({ name }) => name).join(language === 'zh' ? '、' : ', ');
  return (
    <section aria-labelledby={heading} className="cooperation-part">
      <h2 id={heading}>{say.listOf(formatDate(release.released_on, language))} <span className="small">{release.partners_only ? say.untilPartners(formatDate(release.priority_until, language)) : say.openToAll}</span></h2>
      <p>{partners === '' ? say.noPartners : say.partners(partners)}</p>
      <div className="wide-table">
        <table className="ledger ledger-cards">
          <caption className="hidden-text">{say.listOf(release.released_on)}</caption>
          <thead><tr>{[say.graduate, say.programme, say.certificates].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
          <tbody>
            {release.graduates.map(({ student_id, content }) => (
              <tr key={student_id}>
                <th scope="row">{content.name}<span className="small graduate-more">{student_id}</span></th>
                <td data-label={say.programme}>{content.programme} {content.major_code}</td>
                <td data-label={say.certificates}>{content.certificates.length === 0 ? say.noCertificates : content.certificates.join('、')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {may_write && <RecommendForm release={release} answer={answer} onDone={onDone} />}
    </section>
  );
}

const ANY = 'any';

function RecommendForm({ release, answer, onDone }: Omit<ReleaseListProps, 'may_write'>) {
  const say = useWords(recommendingWords);
  const [student, setStudent] = useState('');
  const [firm, setFirm] = useState('');
  const [post, setPost] = useState(ANY);
  const [fault, setFault] = useState<unknown>(null);
  const posts = answer.posts.filter(({ firm_id }) => firm_id === firm);
  const firms = release.partners_only ? release.partners : answer.firms;
  const send = async () => {
    if (student === '' || firm === '') return;
    setFault(null);
    try {
      await ask(client.api.employment.recommendations.$post({ json: { release_id: release.release_id, student_id: student, firm_id: firm, ...(post !== ANY && { post_id: post }) } }, onceOnly()));
      setStudent('');
      await onDone(say.recommended);
    } catch (error) {
      setFault(error);
    }
  };
  return (
    <div className="no-print">
      {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
      <div className="directory-filters">
        <SelectField label={say.graduate} value={student} onChange={setStudent} options={release.graduates.map(({ student_id, content }) => ({ value: student_id, label: `${content.name} ${student_id}` }))} />
        <SelectField label={say.recommendTo} value={firm} onChange={(value) => { setFirm(value); setPost(ANY); }} options={firms.map(({ org_id, name }) => ({ value: org_id, label: name }))} />
        <SelectField label={say.post} value={post} onChange={setPost} options={[{ value: ANY, label: say.anyPost }, ...posts.map(({ post_id, title }) => ({ value: post_id, label: title }))]} />
        <div className="button-row"><Button kind="primary" aria-disabled={student === '' || firm === ''} onClick={() => void send()}>{say.recommend}</Button></div>
      </div>
    </div>
  );
}
