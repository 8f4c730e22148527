import { ButtonLink } from '../../components/Button/Button.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { useMay } from '../../shell/session.ts';
import { certificateWords } from '../../words/certificates.ts';

const PAGES = [['standing', '/certificates'], ['list', '/certificates/list'], ['enter', '/certificates/enter']] as const;

/** The other pages about certificates; whoever may not enter any is not led there. */
export function CertificateTabs({ here }: { here: (typeof PAGES)[number][0] }) {
  const say = useWords(certificateWords);
  const may = useMay();
  const enters = may('learning.write') && may('students.read');
  return (
    <nav className="button-row no-print" aria-label={say.list}>
      {PAGES.filter(([name]) => name !== here && (name !== 'enter' || enters) && (name !== 'standing' || may('students.read'))).map(([name, to]) => <ButtonLink key={name} to={to}>{say[name]}</ButtonLink>)}
    </nav>
  );
}
