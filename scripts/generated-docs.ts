import { ROLES } from '#identity';
import { drawMachine, type DistrictId, type PersonId } from '#kernel';
import { PLATFORM, PROGRAM, type Actor, type Permissions, type Reaction } from '#platform';
import { FEATURES } from '../apps/service/features.js';

const MADE = '<!-- Made by `npm run docs:states`; change the code, not this page. -->';

const PARTS = [{ name: 'platform', ...PLATFORM }, ...FEATURES];

/** Every state machine as a Mermaid diagram. */
export function statesPage(): string {
  const parts = PARTS.filter(({ machines }) => machines.length > 0);
  const sections = parts.map(({ name, machines }) => `## ${name}\n\n${machines.map((machine) => `### ${machine.name}\n\n\`\`\`mermaid\n${drawMachine(machine)}\n\`\`\``).join('\n\n')}`);
  return `# State machines\n\n${MADE}\n\n${sections.join('\n\n')}\n`;
}

/** Every event with when it happens and the reactions it wakes, and a picture of what crosses modules. */
export function eventsPage(): string {
  const moduleOf = new Map(PARTS.flatMap(({ name, events }) => events.map(({ event }) => [event, name] as const)));
  // Every event goes outside where someone asked for it; to say so at each would hide the rest.
  const reactions = FEATURES.filter(({ name }) => name !== 'endpoints').flatMap(({ name, reactions }) => reactions.map((reaction) => ({ module: name, reaction })));
  const wokenBy = (event: string) => reactions.filter(({ reaction }) => reaction.on.some((type) => type.event === event));
  const rows = PARTS.flatMap(({ name, events }) => events.map(({ event, when }) => `| ${name} | \`${event}\` | ${when} | ${wokenBy(event).map(({ reaction }) => `\`${reaction.name}\``).join(', ')} |`));
  const arrows = reactions.flatMap(({ module, reaction }) => reaction.on.map(({ event }) => `  ${moduleOf.get(event)!} -->|${event}| ${module}`));
  return [
    `# Events and reactions\n\n${MADE}`,
    'Every event may also leave by webhooks and robots of groups (`dispatch-event` of the module endpoints); docs/asyncapi.json says what each carries.',
    `## What wakes what\n\n\`\`\`mermaid\nflowchart LR\n${[...new Set(arrows)].sort().join('\n')}\n\`\`\``,
    `## Reactions\n\n| module | reaction | what it does | how |\n| --- | --- | --- | --- |\n${reactions.map(({ module, reaction }) => `| ${module} | \`${reaction.name}\` | ${reaction.summary} | ${kindOf(reaction)} |`).join('\n')}`,
    `## Events\n\n| module | event | happens | wakes |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`,
  ].join('\n\n');
}

const kindOf = (reaction: Reaction): string => ('statement' in reaction ? 'one statement' : 'gather' in reaction ? 'a transaction for all there are' : 'parts' in reaction ? 'a flow' : 'a transaction');

/** The events as an AsyncAPI document: what a webhook gets of each. `schemas`: what each says, by its name. */
export function asyncApi(schemas: Readonly<Record<string, object>>): object {
  const events = [...FEATURES.flatMap(({ events: of }) => of)].sort((a, b) => a.event.localeCompare(b.event));
  const messageOf = ({ event, when }: (typeof events)[number]) => ({
    name: event,
    summary: when,
    headers: { type: 'object', required: ['webhook-id', 'webhook-timestamp', 'webhook-signature'], properties: { 'webhook-id': { type: 'string', description: 'The same for each attempt: drop what you have had' }, 'webhook-timestamp': { type: 'string' }, 'webhook-signature': { type: 'string', description: 'By the Standard Webhooks (v1, HMAC-SHA256)' } } },
    payload: {
      type: 'object',
      required: ['type', 'timestamp', 'data'],
      properties: {
        type: { type: 'string', const: event },
        timestamp: { type: 'string', format: 'date-time' },
        data: { type: 'object', required: ['id', 'thing', 'project', 'said'], properties: { id: { type: 'string', format: 'uuid' }, thing: { type: 'object', properties: { kind: { type: 'string' }, id: { type: 'string', format: 'uuid' }, version: { type: 'integer' } } }, project: { type: ['string', 'null'], format: 'uuid' }, said: schemas[event] ?? { type: 'object' } } },
      },
    },
  });
  const key = (event: string) => event.replaceAll(/[^\w]/g, '_');
  return {
    asyncapi: '3.0.0',
    info: { title: 'Trellis events', version: PROGRAM, description: 'What happens in a district, as it is posted to webhooks that asked for it (POST /endpoints).' },
    channels: { webhook: { address: null, description: 'The address that was given', messages: Object.fromEntries(events.map((one) => [key(one.event), { $ref: `#/components/messages/${key(one.event)}` }])) } },
    operations: { post: { action: 'send', channel: { $ref: '#/channels/webhook' } } },
    components: { messages: Object.fromEntries(events.map((one) => [key(one.event), messageOf(one)])) },
  };
}

interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly 'x-door'?: string;
  readonly 'x-permission'?: { readonly may: string; readonly on: string };
}

const SOMEWHERE = '01900000-0000-7000-8000-000000000000';
const HERE = SOMEWHERE as DistrictId;

/** Someone who holds one role on one thing, and nothing else; without a role, someone who has signed up. */
const holderOf = (role: string | null): Actor => ({ kind: 'person', district: HERE, id: SOMEWHERE as PersonId, grants: role === null ? [] : [{ role, scope: SOMEWHERE }], recused: [] }) as unknown as Actor;

/** Which roles may call each route: commands by the permission that they ask, reads by their door, since what is shown is each view's to decide. */
export function permissionsPage(document: { readonly paths: object }, permissions: Permissions): string {
  const everyone: readonly (readonly [string, Actor])[] = [['nobody', { kind: 'nobody', district: HERE }], ['anyone', holderOf(null)], ...Object.keys(ROLES).map((role) => [role, holderOf(role)] as const)];
  const operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({ route: `${method.toUpperCase()} ${path}`, operation })));
  const mayOf = ({ may, on }: { may: string; on: string }): string => {
    const holders = everyone.filter(([, actor]) => permissions.allowsSome(actor, may, on as never)).map(([name]) => name);
    const [all] = ['nobody', 'anyone'].filter((name) => holders.includes(name));
    return all ?? holders.join(', ');
  };
  const commands = operations.flatMap(({ route, operation }) => (operation['x-permission'] ? [`| \`${route}\` | ${operation['x-permission'].on} | ${operation['x-permission'].may} | ${mayOf(operation['x-permission'])} |`] : []));
  const others = operations.filter(({ operation }) => !operation['x-permission']).map(({ route, operation }) => `| \`${route}\` | ${operation['x-door'] ?? 'shut'} |`);
  return [
    '# Who may call what\n\n<!-- Made by `npm run docs:api`; change the code, not this page. -->',
    'A role is held on the district or on one thing: a manager may do this to what is of his platform alone, a team to its own project. `anyone` is who has signed up, `nobody` also who has not. What is there but not someone’s to see answers as what is not there. Conditions on the thing itself (its state, who is too near to it) come on top.',
    `## Commands\n\n| route | done to | action | who |\n| --- | --- | --- | --- |\n${commands.join('\n')}`,
    `## Reads, and what is no command\n\nWhat is shown, and to whom, is decided by each view for the rows it reads.\n\n| route | door |\n| --- | --- |\n${others.join('\n')}\n`,
  ].join('\n\n');
}
