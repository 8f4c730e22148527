import { Button } from '../../../components/Button/Button.tsx';
import { Notice } from '../../../components/Notice/Notice.tsx';
import { useWords } from '../../../settings/SettingsProvider.tsx';
import { importWords } from '../../../words/import.ts';
import type { ListedProblem } from './answers.ts';
import type { Import } from './useImport.ts';

const OF_NAMES = ['unknown_sheet', 'unknown_column', 'missing_column'];

/** When names of sheets or columns were not understood, mapping may help more than changing the file. */
export function Unread({ run, problems }: { run: Import; problems: readonly ListedProblem[] }) {
  const say = useWords(importWords);
  if (!problems.some(({ code }) => OF_NAMES.includes(code))) return null;
  return (
    <Notice kind="info" title={say.unreadTitle} actions={<Button onClick={() => void run.inspect()}>{say.toMapping}</Button>}>
      {say.unreadHelp}
    </Notice>
  );
}
