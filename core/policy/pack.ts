import type { Bilingual } from '../values/bilingual.ts';
import type { DutyDeclaration } from '../duties/declaration.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Clause } from '../verdict/clause.ts';
import type { Parameter } from '../verdict/parameter.ts';
import type { Composite } from '../verdict/composite.ts';
import type { Standard } from '../verdict/standard.ts';
import type { Target } from '../verdict/target.ts';
import type { CampusFacts } from '../facts/campus-facts.ts';
import type { RegionRows } from '../facts/region-rows.ts';
import type { SchoolFacts } from '../facts/school-facts.ts';

/** What a policy says of itself: who issued it, about what, from when, on which basis. */
export interface PackHeader {
  readonly id: string;
  readonly name: Bilingual;
  /** The issuing body and the other names the document gives it. */
  readonly issuer: { readonly name: Bilingual; readonly aliases: readonly Bilingual[] };
  readonly scope: Bilingual;
  readonly effective_from: PlainDate;
  readonly document_date: PlainDate;
  readonly published_on: PlainDate;
  readonly annex: { readonly name: Bilingual; readonly articles: readonly string[] };
  /** Documents that this one carries out; a number or date that was not seen is null. */
  readonly parents: readonly ParentDocument[];
  /** The co-ordination initiatives that measures are tagged with (五统筹). */
  readonly initiatives: readonly { readonly id: string; readonly label: Bilingual; readonly clauses: readonly string[] }[];
  readonly region_code: string;
  /** The one character that the region goes by in the numbers of its documents. */
  readonly short_name: string;
  /** Prefix of division codes that count as local. */
  readonly local_prefix: string;
  readonly counties: readonly { readonly code: string; readonly name: Bilingual }[];
}

export interface ParentDocument {
  readonly title: Bilingual;
  readonly number: string | null;
  readonly dated: PlainDate | null;
  readonly issuer: Bilingual;
}

/** One article of a policy: its statements in our own words. */
export interface Article {
  readonly id: string;
  readonly title: Bilingual;
  readonly clauses: readonly Clause[];
  readonly parameters: readonly Parameter[];
}

/** A policy as software: its statements, its values, and the rules that judge by them. */
export interface Pack {
  readonly header: PackHeader;
  readonly articles: readonly Article[];
  readonly clauses: readonly Clause[];
  readonly parameters: readonly Parameter[];
  readonly standards: readonly Standard<CampusFacts>[];
  readonly composites: readonly Composite[];
  readonly schoolStandards: readonly Standard<SchoolFacts>[];
  readonly targets: readonly Target<RegionRows>[];
  readonly duties: readonly DutyDeclaration[];
}
