import { Button } from '../../components/Button/Button.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { Refusal } from '../../client.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { whatIfWords } from '../../words/what-if.ts';

/** What a request came back with when it did not come back with an answer: the server's own words, or that it was not reached. */
export function FetchFault({ error, retry }: { error: unknown; retry: () => void }) {
  const say = useWords(whatIfWords);
  const { language } = useSettings().settings;
  const problem = error instanceof Refusal ? error.problem : null;
  const title = problem === null ? say.failed : language === 'zh' ? problem.title : problem.title_en;
  const detail = problem === null ? say.failedHelp : language === 'zh' ? problem.detail : problem.detail_en;
  return (
    <Notice kind="fault" title={title} announce actions={<Button onClick={retry}>{say.retry}</Button>}>
      {detail}
    </Notice>
  );
}
