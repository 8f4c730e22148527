import type { AnswerOf } from '../../../client.ts';
import type { client } from '../../../client.ts';

/** What the server answers about uploads, as its contract says. */
type Answer<Post extends (...given: never[]) => Promise<unknown>> = AnswerOf<Awaited<ReturnType<Post>>>;

export type Preview = Answer<typeof client.api.imports.preview.$post>;
export type Inspection = Answer<typeof client.api.imports.inspect.$post>;
export type Stored = Answer<typeof client.api.imports.$post>;
export type ListedProblem = Preview['problems'][number];
export type SheetCounts = Preview['sheets'][number];
export type CampusChange = Preview['campuses'][number];
export type ImportEntry = Answer<typeof client.api.imports.$get>['imports'][number];
