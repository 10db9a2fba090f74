import { eventType, refusalType, stateMachine } from '#kernel';

export const personMachine = stateMachine({
  name: 'person',
  initial: 'active',
  states: { active: 'may sign in and act', suspended: 'may not act; what was done stays', merged: 'is known to be another person here, as whom he acts', forgotten: 'is a pseudonym: what was done stays, and nobody knows any more by whom' },
  transitions: {
    suspend: { from: ['active'], to: 'suspended' },
    reinstate: { from: ['suspended'], to: 'active' },
    merge: { from: ['active'], to: 'merged' },
    forget: { from: ['active', 'suspended', 'merged'], to: 'forgotten' },
  },
});

export const personRegistered = eventType<{ person: string }>('person:registered', 'When someone has signed up.');
export const personEntered = eventType<{ person: string }>('person:entered', 'When the office enters someone who has no account yet.');
export const roleGranted = eventType<{ person: string; role: string; scope: string }>('role:granted', 'When a person is given a role.');
export const roleWithdrawn = eventType<{ person: string; role: string; scope: string }>('role:withdrawn', 'When a role is taken from a person.');
export const personSuspended = eventType<{ person: string }>('person:suspended', 'When a person may no longer act.');
export const personReinstated = eventType<{ person: string }>('person:reinstated', 'When a suspended person may act again.');

export const profileChanged = eventType<{ person: string }>('person:profile-changed', 'When someone changes his own name, language or organisation.');

export const addressVerified = eventType<{ person: string }>('person:address-verified', 'When someone has opened the link that was sent to his address.');
export const personForgotten = eventType<{ person: string; pseudonym: string }>('person:forgotten', 'When a person’s name, address and account are erased at his wish; the record keeps a pseudonym.');
export const personInvited = eventType<{ person: string; role: string | null; scope: string }>('person:invited', 'When the office invites someone by his address, mostly to a role; the link in the mail makes it his.');
export const personMerged = eventType<{ person: string; into: string }>('person:merged', 'When a person turned out to be another one, who confirmed it.');

export const ownsTeams = refusalType('person:owns-teams', 'conflict', '您（该用户）仍是《{title}》等 {count} 个团队的负责人，请先移交给其他成员。', 'Still the owner of {count} teams with other members, such as "{title}". Hand them over first.');
export const invitedOther = refusalType('person:invited-other', 'conflict', '此邀请已由另一账号接受。', 'Another account has taken up this invitation.');
export const roleScope = refusalType('role:scope', 'invalid', '角色“{role}”需要授予在具体的对象上，请给出 scope。', 'The role "{role}" is held on one thing; give its id as scope.');
export const lastAdministrator = refusalType('role:last-administrator', 'conflict', '这是本区最后一位管理员；请先指定另一位。', 'This is the district’s last administrator; appoint another one first.');

/** Whom the record shows in place of someone forgotten: it tells two apart and leads back to nobody. */
export const pseudonymOf = (id: string): string => `已注销用户 ${id.slice(-6).toUpperCase()}`;
