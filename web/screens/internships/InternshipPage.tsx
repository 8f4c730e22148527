import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { internshipWords } from '../../words/internships.ts';
import { SheetView } from '../documents/SheetView.tsx';
import { PaperDialog } from '../agreements/PaperDialog.tsx';
import '../documents/documents.css';
import { ActDialog } from './ActDialog.tsx';
import { InternshipLog, InternshipSignatures, SealedPaper } from './InternshipLog.tsx';
import { PaperAssessmentDialog } from './PaperAssessmentDialog.tsx';
import { Papers } from './Papers.tsx';
import { useInternship } from './queries.ts';
import type { Act } from './queries.ts';
import { SignInternship } from './SignInternship.tsx';

/** One internship for school and firm: what it lacks, who signed, what was done, and what may be done now. */
export function InternshipPage({ placement_id }: { placement_id: string }) {
  const say = useWords(internshipWords);
  const queries = useQueryClient();
  const query = useInternship(placement_id);
  const [doing, setDoing] = useState<Act | 'paper' | 'for_firm' | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const finished = async (what: string) => {
    await queries.invalidateQueries({ queryKey: ['internships'] });
    setDoing(null);
    setSaid(what);
  };
  return (
    <Page title={query.data === undefined ? say.title : `${query.data.internship.student} · ${query.data.internship.firm}`}>
      <p className="way-back no-print"><ScreenLink to="/internships">← {say.list}</ScreenLink></p>
      {said !== null && <Notice kind="done" title={said} announce />}
      <Answer query={query}>
        {(whole) => {
          const { internship, blocks, on, may_record_paper, may_record_for_firm } = whole;
          return (
            <div className="agreement-page">
              <Papers internship={internship} />
              <div className="button-row no-print">
                {internship.may.map((act) => <Button key={act} kind={act === 'start' && internship.missing.length === 0 ? 'primary' : 'secondary'} onClick={() => setDoing(act)}>{say[`act_${act}`]}</Button>)}
                {may_record_for_firm && <Button onClick={() => setDoing('for_firm')}>{say.forFirm}</Button>}
                {may_record_paper && <Button onClick={() => setDoing('paper')}>{say.paper}</Button>}
              </div>
              <InternshipSignatures whole={whole} />
              <SealedPaper whole={whole} />
              {internship.may_sign_as.map((party) => (
                <section key={party} className="sign-box no-print" aria-labelledby={`sign-${party}`}>
                  <h2 id={`sign-${party}`}>{say.signAs(say[`party_${party}`])}</h2>
                  <SignInternship party={party} items={[internship]} onSigned={() => finished(say.signedNow)} />
                </section>
              ))}
              <InternshipLog whole={whole} />
              <section aria-labelledby="internship-text" className="agreement-part">
                <h2 id="internship-text">{say.text}</h2>
                <div className="agreement-text"><SheetView sheet={{ addressee: null, blocks }} /></div>
              </section>
              {doing === 'paper' && (
                <PaperDialog
                  to={`/api/internships/${internship.placement_id}/paper`} signed={{ content_hash: internship.content_hash ?? '' }} waiting={internship.waiting}
                  partyText={(party) => say[`party_${party}`]} onClose={() => setDoing(null)} onDone={() => finished(say.recorded)}
                />
              )}
              {doing === 'for_firm' && <PaperAssessmentDialog internship={internship} today={on} onClose={() => setDoing(null)} onDone={() => finished(say.recorded)} />}
              {doing !== null && doing !== 'paper' && doing !== 'for_firm' && <ActDialog act={doing} interns={[internship]} today={on} onClose={() => setDoing(null)} onDone={finished} />}
            </div>
          );
        }}
      </Answer>
    </Page>
  );
}
