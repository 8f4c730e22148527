import { Button } from '../../components/Button/Button.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { auditWords } from '../../words/audit.ts';
import { dataWords } from '../../words/data.ts';
import { groupDigits } from '../../words/format.ts';
import { formatMoment } from '../data/moment.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { actionText } from './AuditTable.tsx';
import { useAuditState } from './queries.ts';
import type { AuditState } from './queries.ts';

/** A sealer at work needs two seconds; this long is worth a word. */
const LONG_SECONDS = 10;
const COMMAND = 'npx guantong verify';

/** How the chain stands: what waits, the last checkpoint, the last verification, and how to verify it oneself. */
export function ChainState() {
  const say = useWords(auditWords);
  const data = useWords(dataWords);
  const state = useAuditState();
  return (
    <section className="audit-state" aria-labelledby="audit-state">
      <div className="audit-state-head">
        <h2 id="audit-state">{say.standing}</h2>
        <Button className="no-print" onClick={() => void state.refetch()}>{say.refresh}</Button>
      </div>
      {state.isPending && <p role="status">{data.loading}</p>}
      {state.isError && <RefusalNotice title={data.notLoaded} error={state.error} actions={<Button onClick={() => void state.refetch()}>{data.again}</Button>} />}
      {state.data !== undefined && (
        <>
          <Warnings state={state.data} />
          <Facts state={state.data} />
        </>
      )}
      <details className="audit-how">
        <summary>{say.howTo}</summary>
        <p>{say.howToHelp}</p>
        <pre tabIndex={0}>{COMMAND}</pre>
      </details>
    </section>
  );
}

function Warnings({ state }: { state: AuditState }) {
  const say = useWords(auditWords);
  const { language } = useSettings().settings;
  const { stuck, verified } = state;
  const why = stuck === 'checkpoint_not_written' || stuck === 'database_not_reached' ? say[`stuck_${stuck}`] : say.stuck_other(stuck ?? '');
  const first = verified?.first ?? null;
  const about = first === null ? '' : [
    first.seq === null ? null : say.entryNumber(groupDigits(String(first.seq))), first.at === null ? null : formatMoment(first.at, language),
    first.action === null ? null : actionText(first.action, language), first.object, first.about, first.what,
  ].filter((part) => part !== null).join(' · ');
  return (
    <>
      {stuck !== null && (
        <Notice kind="fault" title={say.stuckTitle}>
          <p>{why}</p>
        </Notice>
      )}
      {stuck === null && (state.oldest_seconds ?? 0) > LONG_SECONDS && <Notice kind="warning" title={say.slow} />}
      {verified?.holds === false && (
        <Notice kind="fault" title={say.fails(formatMoment(verified.at, language), groupDigits(String(verified.found)))}>
          {first !== null && <p>{say.firstBad(about)}</p>}
        </Notice>
      )}
    </>
  );
}

function Facts({ state }: { state: AuditState }) {
  const say = useWords(auditWords);
  const { language } = useSettings().settings;
  const { links, unsealed, oldest_seconds, last_checkpoint_at, verified } = state;
  const n = (count: number) => groupDigits(String(count));
  const facts = [
    [say.links, say.linksValue(n(links))],
    [say.unsealed, unsealed === 0 ? say.noneWaits : say.waits(n(unsealed), n(Math.ceil(oldest_seconds ?? 0)))],
    [say.checkpoint, last_checkpoint_at === null ? say.noCheckpoint : formatMoment(last_checkpoint_at, language)],
    [say.verified, verified === null ? say.neverVerified : (verified.holds ? say.holds : say.fails)(formatMoment(verified.at, language), n(verified.holds ? verified.links : verified.found))],
  ] as const;
  return (
    <dl className="audit-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
