import type { Feature } from '#platform';
import { AgendaModule } from './agenda.module.js';

export { AGENDAS, type Agenda, type Dated } from './dated.js';
export { feed } from './feed.js';
export { sendFeed } from './http/send-feed.js';

export const agenda: Feature = {
  name: 'agenda',
  module: AgendaModule,
  machines: [],
  events: [],
  refusals: [],
  reactions: [],
  permits: () => undefined,
};
