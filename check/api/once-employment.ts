import type { Asked, Send, Twice } from './once-teaching.ts';

/** What is recorded of graduates, given a number and shown to firms, each sent twice. */
export async function employmentTwice(send: Send, twice: Twice): Promise<void> {
  const as = 'school_registrar' as const;
  const going = (evidence_ref: string): Asked => ({ as, path: '/api/employment/destinations', json: { entries: [{ student_id: '20201009', code: '70', evidence: 'statement', evidence_ref }] } });
  await twice('recordDestinations', going('说明1'), going('说明2'));
  const issuing = (filled_by: string): Asked => ({ as, path: '/api/employment/report', json: { school_id: 'S1', year: 2025, version: 0, filled_by } });
  await twice('issueDestinationReport', issuing('张三'), issuing('李四'));
  const service = (title: string): Asked => ({ as, path: '/api/employment/services', json: { school_id: 'S1', draft: { kind: 'fair', on: '2025-10-20', title, attended: 40, firms: 5 } } });
  await twice('recordEmploymentService', service('招聘会'), service('双选会'));
  const releasing = (year: number): Asked => ({ as, path: '/api/employment/releases', json: { school_id: 'S1', year } });
  await send('recordEmploymentAnswer', { as, path: '/api/employment/answers', json: { student_id: '20201005', kind: 'consent' } });
  const [{ body: list }] = await twice('releaseGraduates', releasing(2025), releasing(2024));
  const recommending = (firm_id: string): Asked => ({ as, path: '/api/employment/recommendations', json: { release_id: list['release_id'], student_id: '20201005', firm_id } });
  const [{ body: made }] = await twice('recommendGraduate', recommending('F1'), recommending('F5'));
  const moving = (note: string): Asked => ({ as: 'enterprise', path: `/api/employment/recommendations/${made['recommendation_id'] as string}/steps`, json: { act: 'offer', version: 1, note } });
  await twice('moveRecommendation', moving('面试通过'), moving('同意录用'));
  const post = (title: string): Asked => ({
    as: 'enterprise', path: '/api/employment/posts',
    json: { firm_id: 'F1', draft: { title, places: 1, contract_kind: 'fixed_term', wage_yuan: '5000', division_code: '330803', industry: 'C', higher_codes: ['460301'], facilities: '', open_from: '2025-10-01', open_until: '2026-06-30' } },
  });
  await twice('recordPost', post('装调工'), post('操作工'));
  const consenting = (kind: string): Asked => ({ as, path: '/api/employment/answers', json: { student_id: '20201009', kind } });
  await twice('recordEmploymentAnswer', consenting('consent'), consenting('no_consent'));
}
