import { enterPerson } from '#identity';
import { command, type Filled, isAddress } from '#platform';
import { openProject } from '#project';
import { entryDrafted, entryMachine } from '../domain/entry.js';
import { entriesImported } from '../domain/call.js';
import { mayBegin } from '../facts/may-write.js';
import { enterOrganisationOf } from '../facts/organisation-of.js';
import type { WrongLine } from './import-judges.js';
import { callKind, entryKind } from './kinds.js';

export const importEntries = command({
  name: 'import-entries',
  summary: 'Takes the entries of a spreadsheet in as drafts of those who are responsible for them: known by their addresses, they complete them and hand them in. Lines that are wrong are named and left out; it can be sent again.',
  on: callKind,
  may: 'run',
  target: (input: { call: string; lines: readonly Filled[] }) => input.call,
  async decide(c, { lines }, call) {
    mayBegin(c, call);
    const wrong: WrongLine[] = [];
    const known = new Set((await c.tx.entry.findMany({ where: { districtId: c.district, callId: call.id }, select: { title: true } })).map(({ title }) => title));
    const entered: string[] = [];
    for (const { line, cells } of lines) {
      const [title = '', abstract = '', name = '', email = ''] = [cells['项目'], cells['简介'], cells['负责人'], cells['邮箱']];
      const [organisation, field] = [cells['单位'] || null, cells['领域'] || null];
      const problem = problemOf({ title, abstract, name, email });
      if (problem) wrong.push({ line, problem });
      if (problem || known.has(title)) continue;
      known.add(title);
      const person = await enterPerson(c, { name, email });
      const project = await openProject(c, title, organisation, person);
      const id = c.create(entryKind.kind, entryMachine.begin(entryDrafted({ call: call.id, title })), { project });
      await c.tx.entry.create({ data: { districtId: c.district, id, callId: call.id, projectId: project, title, abstract, organisation, field, facts: {}, formVersion: call.formVersion } });
      await enterOrganisationOf(c, project, { organisation, form: { call: call.id, version: call.formVersion }, answers: {} });
      entered.push(id);
    }
    c.announce(call.aggregate, entriesImported({ entered: entered.length, refused: wrong.length }));
    return { id: call.id, entered: entered.length, known: lines.length - entered.length - wrong.length, wrong };
  },
});

function problemOf({ title, abstract, name, email }: { title: string; abstract: string; name: string; email: string }): WrongLine['problem'] | null {
  if (title === '' || title.length > 120) return { zh: '缺少项目名称，或超过 120 字', en: 'the title is missing, or longer than 120 characters' };
  if (abstract.length > 5000) return { zh: '简介超过 5000 字', en: 'the abstract is longer than 5000 characters' };
  if (name === '' || name.length > 80) return { zh: '缺少负责人姓名', en: 'the name of who is responsible is missing' };
  return isAddress(email) ? null : { zh: `邮箱“${email}”有误`, en: `"${email}" is no e-mail address` };
}
