import { useHref, useWords } from '../../settings/SettingsProvider.tsx';
import { agreementWords } from '../../words/agreements.ts';

interface ToReadProps {
  readonly items: readonly { readonly id: string; readonly label: string; readonly about: string; readonly to: string }[];
}

/** What is signed in one act, each to be read in a page of its own, so that the dialog stays. */
export function ToRead({ items }: ToReadProps) {
  const say = useWords(agreementWords);
  const href = useHref();
  return (
    <ul className="agreements-to-read">
      {items.map(({ id, label, about, to }) => (
        <li key={id}><a href={href(to)} target="_blank" rel="noreferrer">{label}<span className="hidden-text"> {say.newWindow}</span></a> <span className="small">{about}</span></li>
      ))}
    </ul>
  );
}
