import { Button } from '../../../components/Button/Button.tsx';
import { Notice } from '../../../components/Notice/Notice.tsx';
import { useWords } from '../../../settings/SettingsProvider.tsx';
import { importWords } from '../../../words/import.ts';
import type { ListedProblem } from './answers.ts';
import { ProblemList } from './ProblemList.tsx';
import { Unread } from './Unread.tsx';
import type { Import } from './useImport.ts';

/** Errors that the browser found itself: nothing has left this machine. */
export function FoundHere({ run, problems }: { run: Import; problems: readonly ListedProblem[] }) {
  const say = useWords(importWords);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return (
    <>
      <Notice kind="fault" title={say.errorsTitle(errors)} announce actions={<Button kind="primary" onClick={run.restart}>{say.againSame}</Button>}>
        <p>{say.foundHere}</p>
        <p>{say.errorsHelp}</p>
      </Notice>
      <Unread run={run} problems={problems} />
      <ProblemList problems={problems} all={problems.length} />
    </>
  );
}
