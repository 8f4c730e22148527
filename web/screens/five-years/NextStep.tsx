import { ButtonLink } from '../../components/Button/Button.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { agreementWords } from '../../words/agreements.ts';
import { formatDate } from '../../words/format.ts';
import type { Followed } from './queries.ts';

/** The one thing to do now: to sign, to confirm, or what comes next of the five years. */
export function NextStep({ followed: { agreement, milestones }, on }: { followed: Followed; on: string }) {
  const say = useWords(agreementWords);
  const { language } = useSettings().settings;
  const coming = milestones.find(({ state }) => state === 'late') ?? milestones.find(({ state }) => state === 'next');
  const day = (by: string | null) => (by === null ? null : by < on ? say.lateSince(formatDate(by, language)) : say.by(formatDate(by, language)));
  const others = (agreement?.missing ?? []).map((party) => say[`party_${party}`]).join(language === 'zh' ? '、' : ', ');
  const mine = agreement !== null && agreement.may_sign_as.length > 0;
  const confirms = agreement !== null && agreement.may_confirm_as !== null;
  const waits = agreement !== null && !mine && others !== '';
  const to = agreement === null ? '' : `/five-years/${agreement.agreement_id}`;
  // What was signed in time once is not late again while another version is being signed.
  const renews = milestones.some(({ id, state }) => id === 'agreement' && state === 'done');
  const due = renews ? null : agreement?.due_on ?? null;
  return (
    <section className="next-step" aria-labelledby="next-step" data-urgent={mine || confirms || undefined}>
      <p className="next-step-mark">{say.next}</p>
      <h2 id="next-step">{mine ? say.signNext : confirms ? say.confirmTitle : coming?.title[language] ?? say.nothingNext}</h2>
      {mine && <p>{renews ? say.renewHelp : say.signNextHelp}</p>}
      {mine && day(due) !== null && <p><strong>{day(due)}</strong></p>}
      {!mine && confirms && <p>{say.confirmLead}</p>}
      {waits && <p>{say.waitOthers(others)}</p>}
      {!mine && !confirms && coming !== undefined && day(coming.by) !== null && <p>{day(coming.by)}</p>}
      {agreement === null && coming?.id === 'agreement' && <p>{say.notDrawnYet}</p>}
      {!mine && !confirms && coming === undefined && <p>{say.nothingNextHelp}</p>}
      {agreement !== null && (
        <div className="button-row">
          <ButtonLink kind={mine || confirms ? 'primary' : 'secondary'} to={to}>{mine ? say.goSign : confirms ? say.goConfirm : say.readAgreement}</ButtonLink>
        </div>
      )}
    </section>
  );
}
