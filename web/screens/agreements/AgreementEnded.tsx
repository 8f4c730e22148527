import { ScreenLink } from '../../components/Button/Button.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { agreementWords } from '../../words/agreements.ts';
import { formatDate } from '../../words/format.ts';
import { clauseLink } from '../clauses/links.ts';

/** B37: since when an agreement holds no more, by which clause, and that what was signed stays. */
export function AgreementEnded({ ended: { on, clause } }: { ended: { readonly on: string; readonly clause: string } }) {
  const say = useWords(agreementWords);
  const { language } = useSettings().settings;
  return (
    <Notice kind="warning" title={say.endedOn(formatDate(on, language))}>
      <p>{say.endedHelp} <ScreenLink {...clauseLink(clause)}>{clause}</ScreenLink></p>
    </Notice>
  );
}
