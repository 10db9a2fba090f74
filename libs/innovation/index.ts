import type { Feature } from '#platform';
import { InnovationModule } from './innovation.module.js';

export const innovation: Feature = {
  name: 'innovation',
  module: InnovationModule,
  machines: [],
  events: [],
  refusals: [],
  reactions: [],
  // What it shows is public: figures of what is public already.
  permits: () => undefined,
};
