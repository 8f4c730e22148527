import type { ReactNode } from 'react';
import type { PackHeader } from '../../../core/policy/pack.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate } from '../../words/format.ts';
import { clausesWords } from '../../words/clauses.ts';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { clauseLink } from './links.ts';

/** What the document says of itself. */
export function DocumentHead({ header }: { header: PackHeader }) {
  const say = useWords(clausesWords);
  const { language } = useSettings().settings;
  const [first, last] = [header.annex.articles[0] ?? '', header.annex.articles.at(-1) ?? ''];
  return (
    <details className="document-head">
      <summary>
        {say.document}
        <span className="document-short">{header.name[language]}</span>
      </summary>
      <dl>
        <Line term={say.name}>{header.name[language]}</Line>
        <Line term={say.issuer}>
          {header.issuer.name[language]}
          {header.issuer.aliases.length > 0 && (
            <span className="small">
              {' '}
              {say.aliases} {header.issuer.aliases.map((alias) => alias[language]).join(say.list)}
            </span>
          )}
        </Line>
        <Line term={say.scope}>{header.scope[language]}</Line>
        <Line term={say.effective}>{say.effectiveFrom(formatDate(header.effective_from, language))}</Line>
        <Line term={say.dated}>{formatDate(header.document_date, language)}</Line>
        <Line term={say.published}>{formatDate(header.published_on, language)}</Line>
        <Line term={say.parents}>
          <ul>
            {header.parents.map((parent) => (
              <li key={parent.title.zh}>
                {parent.title[language]} <span className="small">{parent.issuer[language]}</span>{' '}
                <span className="small">
                  {parent.number === null && parent.dated === null
                    ? say.parentNoNumber
                    : [parent.number, parent.dated === null ? null : formatDate(parent.dated, language)].filter((part) => part !== null).join(say.sep)}
                </span>
              </li>
            ))}
          </ul>
        </Line>
        {header.initiatives.map((initiative) => (
          <Line key={initiative.id} term={say.initiatives}>
            {initiative.label[language]}{' '}
            <span className="clause-links">
              {initiative.clauses.map((id) => (
                <ScreenLink key={id} {...clauseLink(id)}>
                  {id}
                </ScreenLink>
              ))}
            </span>
          </Line>
        ))}
        <Line term={say.annex}>
          {header.annex.name[language]} <span className="small">{say.annexArticles(first, last)}</span>
        </Line>
      </dl>
    </details>
  );
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
