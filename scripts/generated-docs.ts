import { drawMachine } from '#kernel';
import { PLATFORM, type Reaction } from '#platform';
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
  const reactions = FEATURES.flatMap(({ name, reactions }) => reactions.map((reaction) => ({ module: name, reaction })));
  const wokenBy = (event: string) => reactions.filter(({ reaction }) => reaction.on.some((type) => type.event === event));
  const rows = FEATURES.flatMap(({ name, events }) => events.map(({ event, when }) => `| ${name} | \`${event}\` | ${when} | ${wokenBy(event).map(({ reaction }) => `\`${reaction.name}\``).join(', ')} |`));
  const arrows = reactions.flatMap(({ module, reaction }) => reaction.on.map(({ event }) => `  ${moduleOf.get(event) ?? 'unknown'} -->|${event}| ${module}`));
  return [
    `# Events and reactions\n\n${MADE}`,
    `## What wakes what\n\n\`\`\`mermaid\nflowchart LR\n${[...new Set(arrows)].sort().join('\n')}\n\`\`\``,
    `## Reactions\n\n| module | reaction | what it does | how |\n| --- | --- | --- | --- |\n${reactions.map(({ module, reaction }) => `| ${module} | \`${reaction.name}\` | ${reaction.summary} | ${kindOf(reaction)} |`).join('\n')}`,
    `## Events\n\n| module | event | happens | wakes |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`,
  ].join('\n\n');
}

const kindOf = (reaction: Reaction): string => ('statement' in reaction ? 'one statement' : 'parts' in reaction ? 'a flow' : 'a transaction');
