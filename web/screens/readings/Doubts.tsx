import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { readingsWords } from '../../words/readings.ts';
import type { ParameterAnswer } from '../../provenance/answers.ts';
import { DoubtCard } from './DoubtCard.tsx';
import type { Bearing, Doubt, Show } from './doubts.ts';
import { doubtTexts, matches, shows } from './doubts.ts';
import type { Effects } from './OtherReadings.tsx';

interface DoubtsProps {
  readonly doubts: readonly Doubt[];
  readonly effects: Effects;
  readonly bearingOf: (parameter: ParameterAnswer) => Bearing;
}

/** The doubtful points, searched and chosen by what they change. */
export function Doubts({ doubts, effects, bearingOf }: DoubtsProps) {
  const say = useWords(readingsWords);
  const { language } = useSettings().settings;
  const [asked, setAsked] = useInAddress('q');
  const [show, setShow] = useInAddress('show');
  const found = doubts.filter((doubt) => shows(doubt, show as Show, effects.list, bearingOf) && matches(doubtTexts(doubt, language), asked));
  const options = [
    { value: 'all', label: say.showAll },
    { value: 'changing', label: say.showChanging },
    { value: 'unverified', label: say.showUnverified },
    { value: 'used', label: say.showUsed },
  ];
  return (
    <>
      <div className="reading-tools no-print">
        <TextField type="search" label={say.search} help={say.searchHelp} value={asked} onChange={setAsked} />
        <SelectField label={say.show} value={show === '' ? 'all' : show} onChange={(value) => setShow(value === 'all' ? '' : value)} options={options} />
      </div>
      <p className="small" role="status">
        {say.found(found.length, doubts.length)}
        {effects.state === 'there' && show === '' && (
          <>
            {say.sentence}
            <ScreenLink to="/readings" query={{ show: 'changing' }}>
              {say.changingNow(doubts.filter((doubt) => shows(doubt, 'changing', effects.list, bearingOf)).length)}
            </ScreenLink>
          </>
        )}
      </p>
      {found.length === 0 ? (
        <EmptyState title={say.none} actions={<Button onClick={() => { setAsked(''); setShow(''); }}>{say.showAll}</Button>}>
          {say.noneHelp}
        </EmptyState>
      ) : (
        <div className="doubts">
          {found.map((doubt) => (
            <DoubtCard key={doubt.id} doubt={doubt} effects={effects} bearingOf={bearingOf} />
          ))}
        </div>
      )}
    </>
  );
}
