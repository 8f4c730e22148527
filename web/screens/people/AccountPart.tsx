import { useState } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useMay, useSession } from '../../shell/session.ts';
import { peopleWords } from '../../words/people.ts';
import { formatMoment } from '../data/moment.ts';
import type { Slip } from '../slips/slip.ts';
import { ActDialog } from './ActDialog.tsx';
import { PersonStateMark } from './PersonStateMark.tsx';
import type { Person } from './queries.ts';

interface AccountPartProps {
  readonly person: Person;
  readonly onSlips: (slips: readonly Slip[]) => Promise<void>;
  readonly onDone: (what: string) => Promise<void>;
}

type Act = 'codes' | 'factor' | 'close';

/** The account of a person: how it stands, new codes at the counter, an end. */
export function AccountPart({ person, onSlips, onDone }: AccountPartProps) {
  const say = useWords(peopleWords);
  const { language } = useSettings().settings;
  const may = useMay();
  const own = useSession().account?.account === person.account;
  const [asking, setAsking] = useState<Act | null>(null);
  const open = person.state !== 'closed' && person.account !== null;
  const close = () => setAsking(null);
  const acts: readonly (readonly [Act, string, boolean])[] = [
    ['codes', codesAct(person, say), may('accounts.write')],
    ['factor', say.resetFactor, may('accounts.approve') && person.factor],
    ['close', say.close, may('accounts.write') && !own],
  ];
  return (
    <section className="person-part" aria-labelledby="account">
      <h2 id="account">{say.accountPart}</h2>
      <dl className="person-facts">
        <Fact name={say.account}>{person.account ?? <span className="small">{say.noAccount}</span>}</Fact>
        <Fact name={say.state}>
          <PersonStateMark state={person.state} /> <span className="small">{person.closed_at === null ? say[`${person.state}Help`] : say.closedOn(formatMoment(person.closed_at, language))}</span>
        </Fact>
        <Fact name={say.factor}>{person.factor ? say.factorSet : say.factorUnset}</Fact>
      </dl>
      {open && (
        <div className="button-row">
          {acts.map(([act, label, allowed]) => allowed && <Button key={act} onClick={() => setAsking(act)}>{label}</Button>)}
        </div>
      )}
      {asking === 'codes' && <CodesDialog person={person} onClose={close} onSlips={async (slips) => { await onSlips(slips); close(); }} />}
      {asking === 'factor' && <FactorDialog person={person} onClose={close} onDone={async () => { await onDone(say.resetFactorDone); close(); }} />}
      {asking === 'close' && <CloseDialog person={person} onClose={close} onDone={async () => { await onDone(say.closeDone); close(); }} />}
    </section>
  );
}

function codesAct({ state }: Person, say: (typeof peopleWords)['zh']): string {
  return state === 'active' ? say.reset : state === 'waiting' ? say.reissue : say.issue;
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function CodesDialog({ person, onClose, onSlips }: { person: Person; onClose: () => void; onSlips: (slips: readonly Slip[]) => Promise<void> }) {
  const say = useWords(peopleWords);
  const reset = person.state === 'active';
  const issue = async () => {
    const { slips } = await ask(client.api.accounts.codes.$post({ json: { accounts: [person.account ?? ''] } }, onceOnly()));
    await onSlips(slips);
  };
  return (
    <ActDialog title={reset ? say.resetTitle : say.issueTitle} act={codesAct(person, say)} onAct={issue} onClose={onClose}>
      <p>{reset ? say.resetWhat(person.name) : say.issueWhat(person.name)}</p>
    </ActDialog>
  );
}

interface EndingProps {
  readonly person: Person;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}

function FactorDialog({ person, onClose, onDone }: EndingProps) {
  const say = useWords(peopleWords);
  const reset = async () => {
    await ask(client.api.accounts.factor.reset.$post({ json: { account: person.account ?? '' } }, onceOnly()));
    await onDone();
  };
  return (
    <ActDialog title={say.resetFactor} act={say.resetFactor} onAct={reset} onClose={onClose}>
      <p>{say.resetFactorWhat(person.name)}</p>
    </ActDialog>
  );
}

function CloseDialog({ person, onClose, onDone }: EndingProps) {
  const say = useWords(peopleWords);
  const end = async () => {
    await ask(client.api.people[':person_id'].close.$post({ param: { person_id: person.person_id } }, onceOnly()));
    await onDone();
  };
  return (
    <ActDialog title={say.close} act={say.close} onAct={end} onClose={onClose}>
      <p>{say.closeWhat(person.name)}</p>
    </ActDialog>
  );
}
