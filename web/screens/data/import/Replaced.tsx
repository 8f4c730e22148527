import { Notice } from '../../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../../settings/SettingsProvider.tsx';
import { formatDate, groupDigits } from '../../../words/format.ts';
import { importWords } from '../../../words/import.ts';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { sheetLabel } from '../sheet-words.ts';
import type { useReplaced } from './useReplaced.ts';

interface ReplacedProps {
  readonly replaced: ReturnType<typeof useReplaced>;
  readonly replace: ReadonlySet<string>;
}

/** Which records a replacement ends: those that stand and that the file does not have. */
export function Replaced({ replaced, replace }: ReplacedProps) {
  const say = useWords(importWords);
  const { on, language } = useSettings().settings;
  if (replaced.isError) return <RefusalNotice title={say.replaceFailed} error={replaced.error} />;
  if (replaced.data === undefined) return <p role="status">{say.replaceJudging}</p>;
  if (!replaced.data.importable) return <Notice kind="fault" title={say.errorsTitle(groupDigits(String(replaced.data.problem_count.errors)))} announce />;
  return (
    <Notice kind="warning" title={say.replace} announce>
      <ul>
        {replaced.data.sheets.filter(({ sheet }) => replace.has(sheet)).map(({ sheet, ended }) => (
          <li key={sheet}>{say.replaceWarn(sheetLabel(sheet, language), groupDigits(String(ended)), formatDate(on, language))}</li>
        ))}
      </ul>
      <p>{say.replaceVerdicts}</p>
    </Notice>
  );
}
