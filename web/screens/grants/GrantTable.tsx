import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../../components/Button/Button.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate } from '../../words/format.ts';
import { grantWords } from '../../words/grants.ts';
import { formatMoment } from '../data/moment.ts';
import { ApproveGrant, EndGrant, RefuseGrant } from './DecideGrant.tsx';
import { scopeText } from './scope-text.ts';
import { useOrganisations } from './queries.ts';
import type { Grant, GrantState } from './queries.ts';

interface GrantTableProps {
  readonly label: string;
  readonly grants: readonly Grant[];
  /** The account of who looks. */
  readonly me: string;
  readonly decides: boolean;
  readonly onDone: (what: string) => Promise<void>;
  readonly empty?: ReactNode;
}

type Act = 'approve' | 'refuse' | 'end';

/** Grants with whose records, what for, until when and how they stand; and what can be done with each. */
export function GrantTable({ label, grants, me, decides, onDone, empty }: GrantTableProps) {
  const say = useWords(grantWords);
  const [asked, setAsked] = useState<{ readonly act: Act; readonly grant: Grant } | null>(null);
  if (grants.length === 0) return empty;
  const dialog = { onClose: () => setAsked(null), onDone: async (what: string) => { await onDone(what); setAsked(null); } };
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards grant-table">
        <caption className="hidden-text">{label}</caption>
        <thead>
          <tr>
            {[say.scope, say.purpose, say.by, say.untilShort, say.state, say.acts].map((head) => (
              <th key={head} scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grants.map((grant) => (
            <Row key={grant.grant_id} grant={grant} acts={actsOn(grant, me, decides)} onAct={(act) => setAsked({ act, grant })} />
          ))}
        </tbody>
      </table>
      {asked?.act === 'approve' && <ApproveGrant grant={asked.grant} {...dialog} />}
      {asked?.act === 'refuse' && <RefuseGrant grant={asked.grant} {...dialog} />}
      {asked?.act === 'end' && <EndGrant grant={asked.grant} own={asked.grant.account === me} {...dialog} />}
    </div>
  );
}

/** What is open to somebody: never to decide on one's own request. */
function actsOn({ state, account }: Grant, me: string, decides: boolean): readonly Act[] {
  const own = account === me;
  if (state === 'asked') return own ? ['end'] : decides ? ['approve', 'refuse'] : [];
  return state === 'active' && (own || decides) ? ['end'] : [];
}

function Row({ grant, acts, onAct }: { grant: Grant; acts: readonly Act[]; onAct: (act: Act) => void }) {
  const say = useWords(grantWords);
  const { language } = useSettings().settings;
  const organisations = useOrganisations().data ?? [];
  const scope = scopeText(grant.scope, organisations, language);
  const words = { approve: say.approve, refuse: say.refuse, end: grant.state === 'asked' ? say.withdraw : say.end };
  return (
    <tr data-state={grant.state}>
      <th scope="row">{scope}</th>
      <td data-label={say.purpose}>{grant.purpose}</td>
      <td data-label={say.by}>
        {grant.account} <span className="small grant-when">{say.askedOn(formatMoment(grant.asked_at, language))}</span>
      </td>
      <td className="unbroken" data-label={say.untilShort}>{formatDate(grant.expires_on, language)}</td>
      <td data-label={say.state}>
        <GrantStateMark state={shownState(grant)} />
        {grant.decided_by !== null && grant.ended_at === null && <span className="small grant-when">{say.decidedBy(grant.decided_by, formatMoment(grant.decided_at ?? '', language))}</span>}
        {grant.reason !== null && <span className="grant-when">{say.because(grant.reason)}</span>}
        {grant.ended_by !== null && <span className="small grant-when">{say.endedBy(grant.ended_by, formatMoment(grant.ended_at ?? '', language))}</span>}
      </td>
      <td data-label={acts.length === 0 ? undefined : say.acts} className="grant-acts">
        {acts.map((act) => (
          <Button key={act} aria-label={say.of(words[act], scope)} onClick={() => onAct(act)}>{words[act]}</Button>
        ))}
      </td>
    </tr>
  );
}

type ShownState = GrantState | 'withdrawn';

/** A request that was taken back counts as refused; whoever looks is told what happened. */
function shownState({ state, ended_at }: Grant): ShownState {
  return state === 'refused' && ended_at !== null ? 'withdrawn' : state;
}

const SHAPES: Readonly<Record<ShownState, string>> = { asked: '◇', refused: '▲', active: '●', expired: '–', ended: '–', withdrawn: '–' };

/** Shape and word. */
function GrantStateMark({ state }: { state: ShownState }) {
  const say = useWords(grantWords);
  return (
    <span className="grant-state" data-state={state}>
      <span aria-hidden="true">{SHAPES[state]}</span> {say[`state_${state}`]}
    </span>
  );
}
