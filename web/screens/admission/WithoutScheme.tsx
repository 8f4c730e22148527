import { ScreenLink } from '../../components/Button/Button.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { admissionWords } from '../../words/admission.ts';
import { clauseLink } from '../clauses/links.ts';
import type { YearAnswer } from './queries.ts';

/** M9-b: newcomers are registered all the same, and told in time is that their classes will open no course. */
export function WithoutScheme({ programmes, year }: { programmes: YearAnswer['programmes']; year: number }) {
  const say = useWords(admissionWords);
  const { language } = useSettings().settings;
  const unbound = programmes.filter(({ has_scheme }) => !has_scheme);
  if (unbound.length === 0) return null;
  return (
    <Notice kind="warning" title={say.noScheme(year, unbound.map(({ name }) => name).join(language === 'zh' ? '、' : ', '))}>
      <p>{say.noSchemeHelp} <ScreenLink {...clauseLink('M9-b')}>M9-b</ScreenLink></p>
    </Notice>
  );
}
