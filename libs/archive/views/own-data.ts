import { Injectable } from '@nestjs/common';
import { refuse, type Refusal } from '#kernel';
import { actorName, Clock, Database, notFound, type Actor } from '#platform';
import { strToU8, zipSync } from 'fflate';

const README = `这里是赛孵园中关于您本人的记录，每个文件是一类，JSON 格式。密码只以散列保存，不在其中；您所在团队的文件可在各项目页下载。

What Trellis holds of you, a file a kind, as JSON. Your password is kept as a hash alone and is not among it; the files of
your teams can be downloaded from their projects.
`;

/** What is about someone or was done by him, by the file that it goes into: $1 is his district, $2 he, and in the record his name there. */
const OWN: Readonly<Record<string, string>> = {
  account: 'SELECT u.name, u.email, u."emailVerified", u."createdAt", u."twoFactorEnabled" FROM auth_user u JOIN person p ON p.user_id = u.id WHERE p.district_id = $1 AND p.id = $2',
  person: 'SELECT p.id, p.name, p.email, p.language, o.name AS organisation FROM person p LEFT JOIN organisation o ON o.district_id = p.district_id AND o.id = p.organisation_id WHERE p.district_id = $1 AND p.id = $2',
  sessions: 'SELECT s."createdAt", s."expiresAt", s."ipAddress", s."userAgent" FROM auth_session s JOIN person p ON p.user_id = s."userId" WHERE p.district_id = $1 AND p.id = $2',
  roles: 'SELECT role, scope_id FROM role_grant WHERE district_id = $1 AND person_id = $2',
  ties: 'SELECT kind, project_id, organisation_id, note, declared_at FROM tie WHERE district_id = $1 AND person_id = $2 AND declared_by = $2',
  keys: 'SELECT name, scopes, expires_at, last_used_at FROM api_key WHERE district_id = $1 AND person_id = $2',
  wishes: 'SELECT quiet_from, quiet_to, gathered_at, workdays_only, kinds FROM notice_habits WHERE district_id = $1 AND person_id = $2',
  notices: 'SELECT n.kind, n.created_at, n.read_at, d.address, d.state, d.sent_at FROM notification n LEFT JOIN delivery d ON d.district_id = n.district_id AND d.notification_id = n.id WHERE n.district_id = $1 AND n.person_id = $2 ORDER BY n.created_at',
  entries: "SELECT e.id, e.title, e.abstract, e.organisation, e.facts, e.answers, e.submitted_at, a.state FROM entry e JOIN aggregate a ON a.district_id = e.district_id AND a.id = e.id JOIN role_grant g ON g.district_id = e.district_id AND g.scope_id = e.project_id AND g.role = 'team' WHERE e.district_id = $1 AND g.person_id = $2",
  documents: 'SELECT id, project_id, name, media_type, size, sha256, added_at FROM document WHERE district_id = $1 AND added_by = $2',
  questions: 'SELECT call_id, text, asked_at, answer FROM question WHERE district_id = $1 AND asked_by = $2',
  objections: 'SELECT call_id, entry_id, name, contact, text, filed_at, answer, answered_at FROM objection WHERE district_id = $1 AND person_id = $2',
  votes: 'SELECT round_id, entry_id, place, at FROM vote WHERE district_id = $1 AND person_id = $2',
  invitations: 'SELECT i.call_id, i.respond_by, a.state FROM judge_invitation i JOIN aggregate a ON a.district_id = i.district_id AND a.id = i.id WHERE i.district_id = $1 AND i.judge_id = $2',
  'score-sheets': 'SELECT id, round_id, entry_id, submitted_at, comment, draft FROM score_sheet WHERE district_id = $1 AND judge_id = $2',
  marks: 'SELECT m.sheet_id, m.aspect_id, m.value, m.comment FROM mark m JOIN score_sheet s ON s.district_id = m.district_id AND s.id = m.sheet_id WHERE s.district_id = $1 AND s.judge_id = $2',
  record: 'SELECT at, command, kind, aggregate_id, version, from_state, to_state FROM audit_entry WHERE district_id = $1 AND actor = $2 ORDER BY at',
};

/** All that is held of a person, for himself. */
@Injectable()
export class OwnDataView {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor): Promise<Uint8Array | Refusal> {
    if (actor.kind !== 'person') return refuse(notFound, { kind: 'person', id: '' });
    const files: Record<string, Uint8Array> = { 'README.txt': strToU8(README) };
    for (const [name, text] of Object.entries(OWN)) {
      const { rows } = await this.database.pool.query(text, [actor.district, name === 'record' ? actorName(actor) : actor.id]);
      files[`${name}.json`] = strToU8(JSON.stringify(rows, null, 1));
    }
    return zipSync(files, { mtime: this.clock.now() });
  }
}
