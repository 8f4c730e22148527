import { words } from './dictionary.ts';

/** What is done with agreements of partners and with teams. */
export const cooperationActs = words(
  {
    'partner_agreement.recorded': '登记合作协议',
    'partner_agreement.corrected': '更正合作协议',
    'survey.open': '发起问卷', 'survey.withdraw': '作废问卷', 'survey.answer': '提交答卷（不记内容）',
    'team.set_up': '成立团队',
    'team.ended': '撤销团队',
    'team_member.open': '提名或登记团队成员',
    'team_member.recommend': '推荐校区负责人',
    'team_member.appoint': '任命校区负责人',
    'team_member.approve_school': '学校同意选聘',
    'team_member.approve_college': '学院同意选聘',
    'team_member.end': '免去或解聘团队成员',
    'team_member.drop': '撤回提名、不予任命',
    'team_member.decline': '不予选聘',
  },
  {
    'partner_agreement.recorded': 'Recorded a partner agreement',
    'partner_agreement.corrected': 'Corrected a partner agreement',
    'survey.open': 'Opened a survey', 'survey.withdraw': 'Withdrew a survey', 'survey.answer': 'Answered a survey (not what)',
    'team.set_up': 'Set up a team',
    'team.ended': 'Dissolved a team',
    'team_member.open': 'Put somebody forward for a team',
    'team_member.recommend': 'Recommended a campus leader',
    'team_member.appoint': 'Appointed a campus leader',
    'team_member.approve_school': 'The school approved a hire',
    'team_member.approve_college': 'The college approved a hire',
    'team_member.end': 'Ended a place in a team',
    'team_member.drop': 'Took a name back, or did not appoint',
    'team_member.decline': 'Did not hire',
  },
);
