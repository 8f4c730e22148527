import { DateField } from '../../components/Field/DateField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { supervisionWords } from '../../words/supervision.ts';
import type { Seen } from './draft.ts';

interface SeenFieldsProps {
  readonly seen: Seen;
  readonly onChange: (part: Partial<Seen>) => void;
  readonly wrong: (field: string) => string | undefined;
}

/** When it was, who was there, and what is to be said of the whole. */
export function SeenFields({ seen: { on, visitors, note }, onChange, wrong }: SeenFieldsProps) {
  const say = useWords(supervisionWords);
  return (
    <>
      <DateField id="visit-on" label={say.day} value={on} onChange={(day) => onChange({ on: day })} error={wrong('visit-on')} />
      <TextField id="visit-visitors" label={say.visitors} help={say.visitorsHelp} value={visitors} onChange={(text) => onChange({ visitors: text })} error={wrong('visit-visitors')} autoComplete="off" />
      <TextField id="visit-note" label={say.note} optional value={note} onChange={(text) => onChange({ note: text })} autoComplete="off" />
    </>
  );
}
