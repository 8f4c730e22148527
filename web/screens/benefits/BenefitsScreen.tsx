import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { benefitWords } from '../../words/benefits.ts';
import '../agreements/agreements.css';
import '../data/data.css';
import '../internships/internships.css';
import { BenefitList } from './BenefitList.tsx';
import { useAppraisals, useBenefits } from './queries.ts';
import { SessionList } from './SessionList.tsx';

/** 鉴定与待遇: sessions of skills appraisal against the need, and what graduates have a right to. */
export function BenefitsScreen() {
  const say = useWords(benefitWords);
  const queries = useQueryClient();
  const [appraisals, benefits] = [useAppraisals(), useBenefits()];
  const [said, setSaid] = useState<string | null>(null);
  const finished = async (what: string) => {
    await queries.invalidateQueries({ queryKey: ['benefits'] });
    setSaid(what);
  };
  return (
    <Page title={say.title} lead={say.lead}>
      <div className="agreement-page">
        {said !== null && <Notice kind="done" title={said} announce />}
        <Answer query={appraisals}>{(answer) => <SessionList appraisals={answer} onDone={finished} />}</Answer>
        <Answer query={benefits}>{(answer) => <BenefitList benefits={answer} onDone={finished} />}</Answer>
      </div>
    </Page>
  );
}
