import { command, districtKind, List, Text } from '#platform';
import { glossaryMachine, namesTranslated } from '../domain/glossary.js';

export class EnglishNameInput {
  @Text({ max: 500, example: '创新性' }) zh!: string;
  @Text({ min: 0, max: 500, example: 'Novelty', description: 'Empty: the one that a template brings, or none' }) en!: string;
}

export class TranslateNames {
  @List(() => EnglishNameInput, { min: 1, max: 1000, description: 'Those to be changed; all others stay' }) names!: EnglishNameInput[];
}

export const translateNames = command({
  name: 'translate-names',
  summary: 'Says what names of contests, rounds, criteria and prizes are called in English. They stay one thing: rules, marks and the record know the Chinese name alone.',
  on: districtKind,
  may: 'translate',
  target: (_: TranslateNames, district) => district,
  async decide(c, { names: changed }) {
    const known = await c.tx.glossary.findUnique({ where: { districtId: c.district }, include: { aggregate: true } });
    const names = new Map([...Object.entries((known?.names ?? {}) as Record<string, string>), ...changed.map(({ zh, en }) => [zh, en] as const)]);
    const next = Object.fromEntries([...names].filter(([, en]) => en !== ''));
    const event = namesTranslated({ names: changed.length });
    if (known) {
      c.move(known.aggregate, glossaryMachine.take('translate', known.aggregate.state, {}, [event]));
      await c.tx.glossary.update({ where: c.key(known.id), data: { names: next } });
      return { id: known.id };
    }
    const id = c.create('glossary', glossaryMachine.begin(event));
    await c.tx.glossary.create({ data: { districtId: c.district, id, names: next } });
    return { id };
  },
});
