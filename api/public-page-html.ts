import { amountText } from '../core/office/report.ts';
import { pilotWords } from '../core/office/public-words.ts';
import type { Language } from '../core/values/bilingual.ts';
import type { PublicFacts } from './public-page-facts.ts';
import { escaped, page, table } from './publicity-html.ts';

const paragraphs = (text: string): string => text.split('\n').map((line) => `<p>${escaped(line)}</p>`).join('');
const section = (id: string, title: string, body: string): string => `<section aria-labelledby="${id}"><h2 id="${id}">${escaped(title)}</h2>${body}</section>`;

/** What anybody may read of each region's pilot, as one plain page without script. */
export function pilotPage(regions: readonly PublicFacts[], language: Language): string {
  const say = pilotWords(language);
  const [first] = regions;
  const foot = section('more', say.more, `<ul><li><a href="/published?lang=${language}">${say.lists}</a></li><li><a href="/verify">${say.verify}</a></li><li><a href="/?lang=${language}">${say.signIn}</a></li></ul><p class="small">${say.basis}</p>`);
  const title = say.title(first === undefined || regions.length > 1 ? '' : first.region).replace(/^: /, '');
  return page(title, `${regions.length === 0 ? `<p>${say.none}</p>` : regions.map((one, at) => regionPart(one, language, at)).join('')}${foot}`, language, true);
}

function regionPart(facts: PublicFacts, language: Language, at: number): string {
  const say = pilotWords(language);
  const { sample, office, on, campuses, plan, cases, activities, publicity } = facts;
  const parts = [
    ['what', say.whatHead, `<p>${say.what}</p>`], ['targets', say.targets, targetTable(facts, language)],
    ['campuses', say.campuses, campuses.length === 0 ? `<p>${say.noCampuses}</p>` : table([[say.campus, false], [say.school, false], [say.county, false]], campuses.map(({ name, school, county }) => [name, school, county]))],
    ['cases', say.cases, cases.length === 0 ? `<p>${say.noCases}</p>` : cases.map((one) => `<article><h3>${escaped(one.title)}</h3><p class="small">${escaped(say.caseBy(one.body, one.year))}</p>${paragraphs(one.text)}</article>`).join('')],
    ['plan', plan === null ? say.noPlans : say.plans(plan.year), plan === null ? `<p>${say.noPlans}</p>` : table([[say.school, false], [say.programme, false], [say.planned, true]], plan.lines.map(({ school, programme, planned }) => [school, programme, planned]))],
    ['together', say.together, `<p>${say.activities(activities)}</p>${publicity.length === 0 ? `<p>${say.noPublicity}</p>` : `<h3>${say.publicity}</h3><ul>${publicity.map(publicityItem).join('')}</ul>`}`],
  ] as const;
  const nav = `<nav aria-label="${say.contents}"><ul>${parts.map(([id, name]) => `<li><a href="#${id}-${at}">${escaped(name)}</a></li>`).join('')}</ul></nav>`;
  return `${sample ? `<p class="note"><strong>${say.sample}</strong></p>` : ''}<p class="small">${escaped(office)} · ${escaped(say.as(on))}</p>${nav}${parts.map(([id, name, body]) => section(`${id}-${at}`, name, body)).join('')}`;
}

const publicityItem = ({ on, title, link }: PublicFacts['publicity'][number]): string => `<li>${escaped(on)} ${link === null ? escaped(title) : `<a href="${escaped(link)}" rel="noreferrer noopener">${escaped(title)}</a>`}</li>`;

function targetTable({ targets }: PublicFacts, language: Language): string {
  const say = pilotWords(language);
  const rows = targets.map(({ label, measured, required, due, outcome }): readonly string[] => {
    const all = measured.unit === 'ratio' && required.value === '1';
    const now = all ? (measured.numerator === null ? null : `${measured.numerator}/${measured.denominator}`) : measured.value === null ? null : amountText(measured.value, measured.unit, language);
    const aim = all ? say.all : required.value === null ? '–' : `${required.op === '>' ? say.above : say.atLeast} ${amountText(required.value, measured.unit, language)}`;
    return [label, now ?? say.noFigure, aim, due ?? '–', say[outcome]];
  });
  return table([[say.target, false], [say.now, true], [say.aim, true], [say.due, false], [say.outcome, false]], rows);
}
