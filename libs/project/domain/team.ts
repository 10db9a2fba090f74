import { eventType, refusalType, stateMachine } from '#kernel';

export const teamInvitationMachine = stateMachine({
  name: 'team-invitation',
  initial: 'open',
  states: { open: 'its link lets someone into the team', accepted: 'someone joined by it', revoked: 'its link no longer works' },
  transitions: { accept: { from: ['open'], to: 'accepted' }, revoke: { from: ['open'], to: 'revoked' } },
});

export const memberInvited = eventType<{ invitation: string; until: string }>('team:invited', 'When a team’s owner makes a link that lets someone in.');
export const invitationRevoked = eventType<{ invitation: string }>('team:invitation-revoked', 'When a team’s owner takes such a link back.');
export const memberJoined = eventType<{ person: string; title: string }>('team:joined', 'When someone joins a team.');
export const memberLeft = eventType<{ person: string; title: string }>('team:left', 'When someone leaves a team, or is taken out of it by its owner.');
export const ownerChanged = eventType<{ owner: string; title: string }>('team:owner-changed', 'When a team’s owner hands the team to another member.');

export const invitationExpired = refusalType('team:invitation-expired', 'conflict', '邀请链接已过期或已被使用；请联系项目负责人重新邀请。', 'The link has expired or was used; ask the team’s owner for a new one.');
export const alreadyMember = refusalType('team:already-member', 'conflict', '您已在该团队中。', 'You are in this team already.');
export const notMember = refusalType('team:not-a-member', 'invalid', '该人员不在团队中。', 'That person is not in the team.');
export const ownerStays = refusalType('team:owner-stays', 'conflict', '负责人不能退出；请先将负责人转给其他成员。', 'A team’s owner can’t leave it; hand it to another member first.');
export const teamFull = refusalType('team:full', 'unmet', '团队最多 {most} 人。', 'A team has at most {most} members.');

export const MOST_MEMBERS = 50;
/** How long a link into a team works. */
export const INVITATION_DAYS = 14;
