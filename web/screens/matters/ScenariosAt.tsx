import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { Dialog } from '../../components/Dialog/Dialog.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { retryUnlessRefused, scenariosQuery } from '../../provenance/asked.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { May } from '../../shell/May.tsx';
import { policyWords } from '../../words/policy.ts';
import { scenarioWords } from '../../words/scenarios.ts';
import { formatMoment } from '../data/moment.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { YearTable } from '../forecast/YearTable.tsx';
import { useChange } from '../tests/useChange.ts';
import type { Matter } from './queries.ts';
import '../forecast/forecast.css';

const SHORT_HASH = 12;

/** The scenarios that a matter rests on: each with its hash, and every time one was put there or taken away. */
export function ScenariosAt({ matter }: { readonly matter: Matter }) {
  const say = useWords(policyWords);
  const kinds = useWords(scenarioWords);
  const { language } = useSettings().settings;
  const { matter_id, open } = matter;
  const query = useQuery({ queryKey: ['matter-scenarios', matter_id], retry: retryUnlessRefused, queryFn: () => ask(client.api.matters[':matter_id'].scenarios.$get({ param: { matter_id } })) });
  const client_ = useQueryClient();
  const { busy, fault, run } = useChange();
  const send = (scenario_id: string, version: number, act: 'attached' | 'withdrawn', reason: string) => run(async () => {
    await ask(client.api.matters[':matter_id'].scenarios.$post({ param: { matter_id }, json: { scenario_id, version, act, reason } }, onceOnly()));
    await client_.invalidateQueries({ queryKey: ['matter-scenarios', matter_id] });
  });
  return (
    <Answer query={query}>
      {({ entries, may_attach }) => (entries.length === 0 && !(open && may_attach) ? null : (
        <div>
          <YearTable
            id="matter-scenarios" title={say.attached}
            head={[{ label: say.name }, { label: kinds.kind }, { label: say.act }, { label: say.hash }, { label: say.reason }, { label: say.by }, { label: say.at }, { label: say.withdraw }]}
            rows={entries.map((one, at) => [
              may_attach ? <ScreenLink key="name" to={`/forecast/+plan/${one.scenario_id}.${one.version}`}>{one.name}</ScreenLink> : one.name,
              kinds[`kind_${one.kind}`], one.act === 'attached' ? say.done : say.gone, <code key="hash" title={one.answer_hash}>{one.answer_hash.slice(0, SHORT_HASH)}</code>, one.reason || '—', one.by, formatMoment(one.at, language),
              open && may_attach && one.act === 'attached' && !entries.slice(at + 1).some((later) => later.scenario_id === one.scenario_id && later.version === one.version)
                ? <May key="withdraw" do="matters.approve"><Button disabled={busy} onClick={() => void send(one.scenario_id, one.version, 'withdrawn', '')}>{say.withdraw}</Button></May> : '—',
            ])}
          />
          {entries.length === 0 && <><h2>{say.attached}</h2><p>{say.noneAttached}</p></>}
          {fault !== null && <RefusalNotice title={say.notAttached} error={fault} />}
          {open && may_attach && <May do="matters.approve"><Attach busy={busy} onAttach={(scenario_id, version, reason) => void send(scenario_id, version, 'attached', reason)} /></May>}
        </div>
      ))}
    </Answer>
  );
}

function Attach({ busy, onAttach }: { readonly busy: boolean; readonly onAttach: (scenario_id: string, version: number, reason: string) => void }) {
  const say = useWords(policyWords);
  const kinds = useWords(scenarioWords);
  const kept = useQuery(scenariosQuery());
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState('');
  const [reason, setReason] = useState('');
  const scenarios = kept.data?.scenarios ?? [];
  const scenario = scenarios.find(({ scenario_id }) => scenario_id === chosen);
  const put = () => {
    if (scenario === undefined) return;
    onAttach(scenario.scenario_id, scenario.version, reason);
    setOpen(false);
  };
  return (
    <div className="no-print">
      <Button onClick={() => setOpen(true)}>{say.attach}</Button>
      <Dialog title={say.attach} open={open} onClose={() => setOpen(false)} actions={<><Button kind="primary" disabled={busy || scenario === undefined} onClick={put}>{busy ? say.attaching : say.attach}</Button><Button onClick={() => setOpen(false)}>{say.cancel}</Button></>}>
        {scenarios.length === 0 ? <p>{say.openKept}</p> : (
          <>
            <SelectField label={say.chosen} value={chosen} onChange={setChosen} options={scenarios.map(({ scenario_id, name, kind }) => ({ value: scenario_id, label: `${name}（${kinds[`kind_${kind}`]}）` }))} />
            <TextField label={say.reason} optional value={reason} onChange={setReason} />
          </>
        )}
      </Dialog>
    </div>
  );
}
