import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Answer } from '../../components/Answer/Answer.tsx';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { internshipWords } from '../../words/internships.ts';
import '../data/data.css';
import { SheetView } from '../documents/SheetView.tsx';
import '../documents/documents.css';
import { InternshipSignatures } from '../internships/InternshipLog.tsx';
import '../internships/internships.css';
import { Papers } from '../internships/Papers.tsx';
import { useInternship } from '../internships/queries.ts';
import { SignInternship } from '../internships/SignInternship.tsx';

/** The internship of oneself or of a child: its agreement is read, then signed with a code. */
export function FamilyInternship({ placement_id }: { placement_id: string }) {
  const say = useWords(internshipWords);
  const queries = useQueryClient();
  const query = useInternship(placement_id);
  const [done, setDone] = useState(false);
  const finished = async () => {
    await queries.invalidateQueries({ queryKey: ['internships'] });
    setDone(true);
    window.scrollTo(0, 0);
  };
  return (
    <Page title={query.data === undefined ? say.title : `${query.data.internship.student} · ${say.title}`}>
      <p className="way-back no-print"><ScreenLink to="/five-years">← {say.back}</ScreenLink></p>
      {done && <Notice kind="done" title={say.signedNow} announce>{say.signedNowHelp}</Notice>}
      <Answer query={query}>
        {(whole) => (
          <div className="five-years">
            <Papers internship={whole.internship} />
            <section aria-labelledby="internship-text">
              <h2 id="internship-text">{say.text}</h2>
              <div className="agreement-text"><SheetView sheet={{ addressee: null, blocks: whole.blocks }} /></div>
            </section>
            {whole.internship.may_sign_as.map((party) => (
              <section key={party} aria-labelledby={`sign-${party}`} className="sign-box no-print">
                <h2 id={`sign-${party}`}>{say.signAs(say[`party_${party}`])}</h2>
                <SignInternship party={party} items={[whole.internship]} onSigned={finished} />
              </section>
            ))}
            <InternshipSignatures whole={whole} />
          </div>
        )}
      </Answer>
    </Page>
  );
}
