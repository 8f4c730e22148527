import type { Pack } from '../../../core/policy/pack.ts';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { boundWords, clausesWords } from '../../words/clauses.ts';
import type { Wanted } from './standing.ts';

const ANY = 'any';

/** Search and filters; they stay in the address. */
export function ClauseTools({ pack, wanted }: { pack: Pack; wanted: Wanted }) {
  const say = useWords(clausesWords);
  const bound = useWords(boundWords);
  const { language } = useSettings().settings;
  const [, setWords] = useInAddress('q');
  const [, setArticle] = useInAddress('article');
  const [, setServing] = useInAddress('serving');
  const [, setBound] = useInAddress('bound');
  const all = [...new Set(pack.clauses.flatMap((clause) => clause.binds))];
  const choice = (value: string) => (value === '' ? ANY : value);
  const chosen = (set: (value: string) => void) => (value: string) => set(value === ANY ? '' : value);
  return (
    <div className="clause-tools no-print">
      <TextField type="search" label={say.search} help={say.searchHelp} value={wanted.words} onChange={setWords} />
      <SelectField
        label={say.article}
        value={choice(wanted.article)}
        onChange={chosen(setArticle)}
        options={[{ value: ANY, label: say.allArticles }, ...pack.articles.map((a) => ({ value: a.id, label: `${a.id} ${a.title[language]}` }))]}
      />
      <SelectField
        label={say.serving}
        value={choice(wanted.serving)}
        onChange={chosen(setServing)}
        options={[
          { value: ANY, label: say.servingAll },
          { value: 'yes', label: say.servingYes },
          { value: 'no', label: say.servingNo },
          { value: 'short', label: say.servingShort },
        ]}
      />
      <SelectField
        label={say.bound}
        value={choice(wanted.bound)}
        onChange={chosen(setBound)}
        options={[{ value: ANY, label: say.boundAll }, ...all.map((one) => ({ value: one, label: bound[one] }))]}
      />
    </div>
  );
}
