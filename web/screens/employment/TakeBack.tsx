import { useState } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { CheckboxField } from '../../components/Field/CheckboxField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { useSession } from '../../shell/session.ts';
import { detailWords } from '../../words/matter-details.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import type { Matter } from '../matters/queries.ts';

/** M10-d: support that was granted and turns out to rest on a false claim; for the office. */
export function TakeBack({ matter }: { matter: Matter }) {
  const say = useWords(detailWords);
  const office = useSession().roles.some(({ role }) => role === 'office');
  const { school, heads: all = [] } = matter.details;
  const [heads, setHeads] = useState<readonly string[]>([]);
  const [opened, setOpened] = useState<string | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  if (!office || school === undefined) return null;
  const propose = async () => {
    setFault(null);
    try {
      setOpened((await ask(client.api.matters.$post({ json: { kind: 'support_clawback', subject: matter.subject, details: { school, heads: [...heads] } } }, onceOnly()))).matter_id);
    } catch (error) {
      setFault(error);
    }
  };
  return (
    <fieldset className="matter-sheets no-print">
      <legend>{say.headsToTake}</legend>
      <p className="small">{say.takeBackHelp}</p>
      {fault !== null && <RefusalNotice title={say.notTaken} error={fault} />}
      {all.map((id) => <CheckboxField key={id} label={id} checked={heads.includes(id)} onChange={(checked) => setHeads(checked ? [...heads, id] : heads.filter((one) => one !== id))} />)}
      <div className="button-row">
        {opened === null ? <Button aria-disabled={heads.length === 0} onClick={() => (heads.length === 0 ? undefined : void propose())}>{say.takeBack}</Button> : <ScreenLink to={`/matters/${opened}`}>{say.takenBack}</ScreenLink>}
      </div>
    </fieldset>
  );
}
