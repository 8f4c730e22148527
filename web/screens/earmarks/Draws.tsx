import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask, client, onceOnly } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate, groupDigits } from '../../words/format.ts';
import { earmarkWords } from '../../words/earmarks.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { EARMARKS, type EarmarksAnswer } from './queries.ts';

/** M5-g: which spending is looked at, with the seed and the list that it was drawn from; and what came back. */
export function Draws({ answer: { draws, returns, campuses, fiscal_year }, onDone }: { answer: EarmarksAnswer; onDone: (said: string) => void }) {
  const say = useWords(earmarkWords);
  const { language } = useSettings().settings;
  const queries = useQueryClient();
  const drawing = useMutation({
    mutationFn: (campus_id: string) => ask(client.api.earmarks.draws.$post({ json: { campus_id, fiscal_year } }, onceOnly())),
    onSuccess: async () => { await queries.invalidateQueries({ queryKey: [EARMARKS] }); onDone(say.drawn); },
  });
  const nameOf = ({ id, name }: { readonly id: string; readonly name: string | null }): string => name ?? id;
  return (
    <section className="earmark-campus" aria-labelledby="earmark-draws">
      <h2 id="earmark-draws">{say.draws}</h2>
      <p className="small">{say.drawsLead}</p>
      {drawing.error !== null && <RefusalNotice title={say.draws} error={drawing.error} />}
      {draws.length === 0 ? <EmptyState title={say.drawsNone}>{say.drawsHelp}</EmptyState> : draws.map(({ draw_id, campus, drawn_on, seed, size, listed, drawn }) => (
        <div key={draw_id} className="earmark-draw">
          <h3>{nameOf(campus)} · {formatDate(drawn_on, language)} · {say.sampleOf(size, listed.length)}</h3>
          <dl className="grant-figures">
            <div><dt>{say.look}</dt><dd>{drawn.join(language === 'zh' ? '、' : ', ')}</dd></div>
            <div><dt>{say.seed}</dt><dd><code className="earmark-seed">{seed}</code></dd></div>
          </dl>
          <details><summary>{say.listed}</summary><p className="small earmark-seed">{listed.join(' ')}</p></details>
        </div>
      ))}
      <div className="button-row no-print">
        {campuses.filter(({ may_draw, spending }) => may_draw && spending.length > 0).map(({ campus }) => <Button key={campus.id} aria-disabled={drawing.isPending} onClick={() => { if (!drawing.isPending) drawing.mutate(campus.id); }}>{say.draw(nameOf(campus))}</Button>)}
      </div>
      {returns.length > 0 && (
        <>
          <h3>{say.returns}</h3>
          <ul>{returns.map(({ return_id, spending_id, campus, amount_yuan, reason, returned_on }) => <li key={return_id}>{nameOf(campus)} · {spending_id} · {groupDigits(amount_yuan)} · {formatDate(returned_on, language)} · {reason}</li>)}</ul>
        </>
      )}
    </section>
  );
}
