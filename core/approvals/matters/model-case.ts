import type { Role } from '../../access/roles.ts';
import { state, step, type MatterKind } from '../matter-kind.ts';

const NOMINATORS: readonly Role[] = ['school_head', 'college_programme', 'college_leadership', 'county_bureau', 'city_bureau', 'department', 'enterprise'];
const BUREAUS: readonly Role[] = ['city_bureau', 'county_bureau'];
const earlier = ['open', 'recommend'];

/** S2-k: a model case goes from whoever did it over the bureau's recommendation to the office, which chooses it and publishes it for everybody. */
export const modelCase: MatterKind = {
  id: 'model_case', clause: 'S2-k', label: { zh: '典型案例', en: 'Model case' }, about: 'asker',
  opens: { by: NOMINATORS, state: 'nominated' },
  states: {
    nominated: state('已申报，待教育局推荐', 'Nominated, the bureau to recommend', { workdays: 10 }),
    recommended: state('已推荐，待办公室选树', 'Recommended, the office to choose', { workdays: 10 }),
    chosen: state('已选树，尚未公开', 'Chosen, not published', { workdays: 10 }),
    published: state('已公开', 'Published', { closed: true }),
    declined: state('未入选', 'Not chosen', { closed: true }),
  },
  steps: {
    nominated: [
      step('recommend', '推荐', 'Recommend', BUREAUS, 'recommended', 'S2-k', { reason: true, apart: ['open'] }),
      step('decline', '不予推荐', 'Do not recommend', BUREAUS, 'declined', 'S2-k', { reason: true, apart: ['open'] }),
    ],
    recommended: [
      step('choose', '选为典型', 'Choose', ['office'], 'chosen', 'S2-k', { reason: true, apart: earlier }),
      step('decline', '未入选', 'Do not choose', ['office'], 'declined', 'S2-k', { reason: true, apart: earlier }),
    ],
    chosen: [step('publish', '在公开页面发布', 'Publish', ['office'], 'published', 'S2-k', { apart: earlier })],
    published: [step('reopen', '从公开页面撤下', 'Take down', ['office'], 'chosen', 'S2-k', { reason: true })],
    declined: [],
  },
};
