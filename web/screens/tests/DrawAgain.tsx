import { useState } from 'react';
import { drawBy } from '../../../core/sample-tests/draw.ts';
import { sha256 } from '../../../core/sample-tests/sha256.ts';
import { parseExact, ZERO } from '../../../core/values/exact.ts';
import { Button } from '../../components/Button/Button.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { testWords } from '../../words/tests.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { closedList, type SampleTest } from './queries.ts';
import { useChange } from './useChange.ts';

interface Content {
  readonly rules: { readonly all: boolean; readonly minimum: number; readonly share: string };
  readonly students: readonly { readonly student_id: string; readonly class_id: string | null }[];
}

interface Compared {
  /** Null where the region hashes by a rule that browsers do not bring. */
  readonly hash: boolean | null;
  readonly drawn: number;
  readonly different: number;
}

/** The list is handed out, and drawn from again here, by the same rule and without the server. */
export function DrawAgain({ test }: { test: SampleTest }) {
  const say = useWords(testWords);
  const { fault, run } = useChange();
  const [compared, setCompared] = useState<Compared | null>(null);
  const download = async () => {
    const { content } = await closedList(test.sample_test_id);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
    link.download = `sample-${test.sample_test_id}.json`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  const again = async () => {
    const { content, hash, seed } = await closedList(test.sample_test_id);
    const { students, rules } = JSON.parse(content) as Content;
    const drawn = drawBy(students, seed ?? '', { ...rules, share: parseExact(rules.share) ?? ZERO }).drawn.map(({ student_id }) => student_id);
    const published = new Set(test.draw?.students.map(({ student_id }) => student_id));
    const different = drawn.filter((id) => !published.has(id)).length + [...published].filter((id) => !drawn.includes(id)).length;
    setCompared({ hash: hash.startsWith('sha256:') ? hash === `sha256:${sha256(content)}` : null, drawn: drawn.length, different });
  };
  return (
    <>
      {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
      {test.draw !== null && <p className="small">{say.againLead}</p>}
      <div className="button-row no-print">
        <Button onClick={() => void run(download)}>{say.downloadList}</Button>
        {test.draw !== null && <Button onClick={() => void run(again)}>{say.again}</Button>}
      </div>
      <div role="status">
        {compared !== null && (
          <p><strong>{compared.different === 0 ? `● ${say.same(compared.drawn)}` : `▲ ${say.different(compared.different)}`}</strong>{compared.hash !== null && <> · {compared.hash ? say.hashSame : say.hashDifferent}</>}</p>
        )}
      </div>
    </>
  );
}
