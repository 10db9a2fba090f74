import { drawMachine } from '#kernel';
import { PLATFORM, PROGRAM, type Reaction } from '#platform';
import { FEATURES } from '../apps/service/features.js';

const MADE = '<!-- Made by `npm run docs:states`; change the code, not this page. -->';

/** Every state machine as a Mermaid diagram. */
export function statesPage(): string {
  const parts = [{ name: 'platform', machines: PLATFORM.machines }, ...FEATURES].filter(({ machines }) => machines.length > 0);
  const sections = parts.map(({ name, machines }) => `## ${name}\n\n${machines.map((machine) => `### ${machine.name}\n\n\`\`\`mermaid\n${drawMachine(machine)}\n\`\`\``).join('\n\n')}`);
  return `# State machines\n\n${MADE}\n\n${sections.join('\n\n')}\n`;
}

/** Every event with when it happens and the reactions it wakes, and a picture of what crosses modules. */
export function eventsPage(): string {
  const moduleOf = new Map(FEATURES.flatMap(({ name, events }) => events.map(({ event }) => [event, name] as const)));
  // Every event goes outside where someone asked for it; to say so at each would hide the rest.
  const reactions = FEATURES.filter(({ name }) => name !== 'endpoints').flatMap(({ name, reactions }) => reactions.map((reaction) => ({ module: name, reaction })));
  const wokenBy = (event: string) => reactions.filter(({ reaction }) => reaction.on.some((type) => type.event === event));
  const rows = FEATURES.flatMap(({ name, events }) => events.map(({ event, when }) => `| ${name} | \`${event}\` | ${when} | ${wokenBy(event).map(({ reaction }) => `\`${reaction.name}\``).join(', ')} |`));
  const arrows = reactions.flatMap(({ module, reaction }) => reaction.on.map(({ event }) => `  ${moduleOf.get(event) ?? 'unknown'} -->|${event}| ${module}`));
  return [
    `# Events and reactions\n\n${MADE}`,
    'Every event may also leave by webhooks and robots of groups (`dispatch-event` of the module endpoints); docs/asyncapi.json says what each carries.',
    `## What wakes what\n\n\`\`\`mermaid\nflowchart LR\n${[...new Set(arrows)].sort().join('\n')}\n\`\`\``,
    `## Reactions\n\n| module | reaction | what it does | how |\n| --- | --- | --- | --- |\n${reactions.map(({ module, reaction }) => `| ${module} | \`${reaction.name}\` | ${reaction.summary} | ${kindOf(reaction)} |`).join('\n')}`,
    `## Events\n\n| module | event | happens | wakes |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`,
  ].join('\n\n');
}

const kindOf = (reaction: Reaction): string => ('statement' in reaction ? 'one statement' : 'parts' in reaction ? 'a flow' : 'a transaction');

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
