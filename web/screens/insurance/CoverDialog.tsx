import { useState } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { insuranceWords } from '../../words/insurance.ts';
import { TeamForm } from '../teams/TeamForm.tsx';
import { coveringOf, type Whom } from './covering.ts';
import type { Policy, Uncovered } from './queries.ts';
import { WhomFields } from './WhomFields.tsx';

/** Names more students on a policy that was bought for more. */
export function CoverDialog({ policy: { policy_id, policy_no, kind, covered, heads }, uncovered, onClose, onDone }: { policy: Policy; uncovered: readonly Uncovered[]; onClose: () => void; onDone: (many: number) => Promise<void> }) {
  const say = useWords(insuranceWords);
  const [whom, setWhom] = useState<{ readonly whom: Whom; readonly class_id: string }>({ whom: 'listed', class_id: '' });
  const act = async () => {
    const json = coveringOf(whom.whom, whom.class_id, uncovered, kind) ?? {};
    await onDone((await ask(client.api['insurance-policies'][':policy_id'].students.$post({ param: { policy_id }, json }, onceOnly()))).covered);
  };
  const problems = () => (whom.whom === 'class' && whom.class_id.trim() === '' ? [{ field: 'whom-class', message: say.giveClass }] : []);
  return (
    <TeamForm title={say.coverTitle(policy_no)} act={say.coverMore} problems={problems} onAct={act} onClose={onClose}>
      {(wrong) => <><p>{say[`kind_${kind}`]}　{say.coveredOf(covered, heads)}</p><WhomFields value={whom} onChange={setWhom} error={wrong('whom-class')} /></>}
    </TeamForm>
  );
}
