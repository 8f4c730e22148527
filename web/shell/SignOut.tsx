import { useQueryClient } from '@tanstack/react-query';
import { client } from '../client.ts';
import { useWords } from '../settings/SettingsProvider.tsx';
import { signInWords } from '../words/sign-in.ts';

/** Ends the session; the page that was open asks for the account again. */
export function SignOut() {
  const say = useWords(signInWords);
  const queries = useQueryClient();
  const leave = async () => {
    try {
      await client.api.session.$delete();
    } finally {
      // What the last person saw is not kept for the next one.
      await queries.resetQueries();
    }
  };
  return (
    <button type="button" className="switch" onClick={() => void leave()}>
      {say.signOut}
    </button>
  );
}
