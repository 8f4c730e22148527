import { client } from '../client.ts';
import { Button } from '../components/Button/Button.tsx';
import { useWords } from '../settings/SettingsProvider.tsx';
import { signInWords } from '../words/sign-in.ts';
import { useLeaving } from './useLeaving.ts';

/** Ends the session; the page that was open asks for the account again. */
export function SignOut() {
  const say = useWords(signInWords);
  const leave = useLeaving();
  const signOut = async () => {
    try {
      await client.api.session.$delete();
    } finally {
      leave();
    }
  };
  return <Button onClick={() => void signOut()}>{say.signOut}</Button>;
}
