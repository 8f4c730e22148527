import { useState } from 'react';
import { Button } from '../../../components/Button/Button.tsx';
import { TextField } from '../../../components/Field/TextField.tsx';
import { useWords } from '../../../settings/SettingsProvider.tsx';
import { registerWords } from '../../../words/registers.ts';

/** Finds a text anywhere in the records, those beyond the page too; it stands in the address. */
export function Find({ text, onFind }: { text: string; onFind: (text: string) => void }) {
  const say = useWords(registerWords);
  const [typed, setTyped] = useState(text);
  return (
    <form
      role="search"
      className="register-find"
      onSubmit={(event) => {
        event.preventDefault();
        onFind(typed.trim());
      }}
    >
      <TextField label={say.find} type="search" optional value={typed} onChange={setTyped} autoComplete="off" />
      <Button type="submit">{say.findAct}</Button>
    </form>
  );
}
