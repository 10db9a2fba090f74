import { command, districtKind } from '#platform';
import { figuresRecounted } from '../domain/statistic.js';
import { countRecords } from '../facts/count-records.js';
import { SOURCES } from '../facts/sources.js';

export const recountFigures = command({
  name: 'recount-figures',
  summary: 'Reads all that figures count anew from the modules’ own records; says how much was not as counted.',
  on: districtKind,
  may: 'run-plans',
  exclusive: false,
  target: (_: object, district) => district,
  async decide(c, _, { aggregate }) {
    const changed = await countRecords(c, SOURCES.map((source) => ({ source, subjects: null })));
    c.announce(aggregate, figuresRecounted({ changed }));
    return { changed };
  },
});
