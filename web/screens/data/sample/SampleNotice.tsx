import { useState } from 'react';
import { Button } from '../../../components/Button/Button.tsx';
import { Notice } from '../../../components/Notice/Notice.tsx';
import { useWords } from '../../../settings/SettingsProvider.tsx';
import { May } from '../../../shell/May.tsx';
import { useRegion } from '../../../shell/region.ts';
import { dataWords } from '../../../words/data.ts';
import { RemoveSample } from './RemoveSample.tsx';

/** On the sample region: says so where data comes in, and offers the way to one's own. */
export function SampleNotice() {
  const say = useWords(dataWords);
  const { data: region } = useRegion();
  const [asking, setAsking] = useState(false);
  if (region == null || !region.sample) return null;
  return (
    <>
      <Notice kind="warning" title={say.sampleTitle} actions={<May do="region.write"><Button onClick={() => setAsking(true)}>{say.removeSample}</Button></May>}>
        {say.sampleHelp}
      </Notice>
      <RemoveSample name={region.name} open={asking} onClose={() => setAsking(false)} />
    </>
  );
}
