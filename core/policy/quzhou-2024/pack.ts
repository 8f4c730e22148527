import type { Pack } from '../pack.ts';
import { articles } from './articles.ts';
import { composites } from './composites.ts';
import { duties } from './duties.ts';
import { header } from './header.ts';
import { r1Parameters } from './r1-parameters.ts';
import { r1Standards } from './r1-standards.ts';
import { r2Parameters } from './r2-parameters.ts';
import { r2Standards } from './r2-standards.ts';
import { r5Parameters } from './r5-parameters.ts';
import { r5Standards } from './r5-team-standards.ts';
import { schoolStandards } from './school-standards.ts';
import { targetParameters } from './targets-parameters.ts';
import { targets } from './targets.ts';

/** The municipal policy of 29 May 2024. */
export const quzhou2024: Pack = {
  header,
  articles,
  clauses: articles.flatMap((article) => article.clauses),
  parameters: [
    ...articles.flatMap((article) => article.parameters),
    ...r1Parameters, ...r2Parameters, ...r5Parameters, ...targetParameters,
  ],
  standards: [...r1Standards, ...r2Standards, ...r5Standards],
  composites,
  schoolStandards,
  targets,
  duties,
};
