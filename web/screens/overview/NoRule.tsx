import { Notice } from '../../components/Notice/Notice.tsx';
import type { CampusRow } from '../../provenance/answers.ts';
import { usePack } from '../../provenance/usePack.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate } from '../../words/format.ts';
import { overviewWords } from '../../words/overview.ts';

/** On a day that the policy does not cover, everything is not applicable: the page says why, once. */
export function NoRule({ campuses }: { campuses: readonly { readonly verdicts: readonly Pick<CampusRow['verdicts'][number], 'reason'>[] }[] }) {
  const say = useWords(overviewWords);
  const { language } = useSettings().settings;
  const from = usePack()?.header.effective_from;
  if (from === undefined || !campuses.every((campus) => campus.verdicts.every((v) => v.reason === 'no_rule'))) return null;
  return (
    <Notice kind="info" title={say.noRule}>
      {say.noRuleHelp(formatDate(from, language))}
    </Notice>
  );
}
