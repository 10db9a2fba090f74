import type { Visitor } from './visitor.js';

/** What the demo’s own names are called in English; those of templates bring theirs along. */
const NAMES: Readonly<Record<string, string>> = {
  示例创投大赛: 'Example Venture Contest',
  示例青年创新创业大赛: 'Example Youth Contest',
  '示例创投大赛第 1 届': 'Example Venture Contest, first edition',
  '示例创投大赛第 2 届': 'Example Venture Contest, second edition',
  '示例青年创新创业大赛第 1 届': 'Example Youth Contest, first edition',
  示例创投大赛初创组: 'Start-ups',
  示例创投大赛青年组: 'Youth',
  示例创投大赛成长组: 'Growing firms',
  示例市创新创业大赛: 'Example City Contest',
  示例高新区管委会: 'Example High-tech Zone Committee',
  示例科技金融中心: 'Example Centre of Technology Finance',
  技术创新: 'Technical novelty',
  市场前景: 'Market',
  团队能力: 'Team',
  实施计划: 'Plan',
  金奖: 'Gold prize',
  银奖: 'Silver prize',
  铜奖: 'Bronze prize',
};

export async function nameInEnglish(office: Visitor): Promise<void> {
  await office.put('/names', { names: Object.entries(NAMES).map(([zh, en]) => ({ zh, en })) });
}
