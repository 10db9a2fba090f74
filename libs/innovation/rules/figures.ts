import { CLASS_ONE } from '../domain/firm-seen.js';
import { PAPER_KINDS } from '../domain/firm.js';
import { STATISTICS } from '../domain/statistic.js';
import { CERTIFICATE_KEYS, CERTIFICATES } from './certificates.js';
import type { Figure, SectionKey } from './figure.js';

type Words = readonly [zh: string, en: string];
type Shape = readonly [of: Figure['of'], measure: Figure['measure'], unit: Figure['unit']];

const NUMBER: Shape = ['stock', 'count', 'count'];
const IN_YEAR: Shape = ['flow', 'count', 'count'];
const MONEY_IN_YEAR: Shape = ['flow', 'amount', 'fen'];
const MONEY_IN_ALL: Shape = ['stock', 'amount', 'fen'];

/** Figures of one section: key, shape, records, name, definition. */
const section = (key: SectionKey, ...lines: readonly (readonly [key: string, shape: Shape, from: Figure['from'], name: Words, definition: Words, more?: Pick<Figure, 'against' | 'stated'>])[]): Figure[] =>
  lines.map(([figure, [of, measure, unit], from, [zh, en], definition, more]) => ({ key: figure, section: key, of, measure, unit, from, zh, en, definition: { zh: definition[0], en: definition[1] }, ...more }));

const only = (source: string, ...sorts: readonly string[]): Figure['from'][number] => (sorts.length === 0 ? { source } : { source, sorts });
const LEVELS = ['', 'district', 'municipal', 'national'];
const papers = (register: keyof typeof PAPER_KINDS, kinds: readonly string[] = PAPER_KINDS[register], levels: readonly string[] = LEVELS): Figure['from'][number] => only('paper', ...kinds.flatMap((kind) => levels.map((level) => `${register}:${kind}:${level}`)));
const research = (kinds: readonly string[], levels: readonly string[]): Figure['from'] => [papers('platform', kinds, levels), only('research-platform', ...kinds.flatMap((kind) => levels.map((level) => `${kind}:${level}`)))];
const houses = (kind: string, ...levels: readonly string[]): Figure['from'] => [only('platform', ...levels.map((level) => `${kind}:${level}`))];
const CONTRACTS = [papers('contract', PAPER_KINDS.contract), only('technology-contract')];
const ACHIEVEMENTS = [papers('achievement', PAPER_KINDS.achievement), only('achievement')];
const HIGHER = ['municipal', 'national'];

const REGISTERED: Words = ['年内登记', 'registered in the year'];
const HOLDS: Words = ['当日在册有效', 'that hold on the day'];
const SO_FAR: Words = ['截至当日累计；新增为年内发生', 'in all until the day; new are those of the year'];
const IN_THE_YEAR: Words = ['年初至当日', 'from the first day of the year to the day'];

export const FIGURES: readonly Figure[] = [
  ...section(
    'firms',
    ['cultivated', IN_YEAR, [papers('cultivation')], ['新增培育入库企业', 'firms taken into cultivation'], ['年内进入培育库', 'taken into the pool in the year']],
    ...CERTIFICATE_KEYS.map((key) => [
      ...[`holders-${key}`, NUMBER, [only('holding', key)], [`${CERTIFICATES[key].zh}数`, `holders of: ${CERTIFICATES[key].en}`]] as const,
      ...[['当日持有效证书的企业，一家计一次；新增指年内开始持证（期满未断续期的不算）', 'firms whose certificate holds on the day, each once; new are those that began to hold one in the year, renewals without a gap left out'], { against: 'density' }] as const,
    ] as const),
    ['firm-revenue', ['latest', 'amount', 'fen'], [only('firm-figure', 'revenue:year')], ['在册企业营业收入', 'revenue of firms in the register'], ['最近一个已结束且有申报的年度', 'the last year that is over and reported']],
    ['firm-tax', ['latest', 'amount', 'fen'], [only('firm-figure', 'tax:year')], ['在册企业上缴税费', 'tax paid by firms in the register'], ['最近一个已结束且有申报的年度', 'the last year that is over and reported']],
  ),
  ...section(
    'research',
    ['research-spending', ['latest', 'amount', 'fen'], [only('statistic', 'research:year')], ['全社会研发投入', 'research spending'], ['统计部门公布的最近年度；强度为同年占地区生产总值的百分比', 'the last year published; intensity is its share of the same year’s GDP'], { against: 'intensity', stated: true }],
    ['industrial-research', MONEY_IN_YEAR, [only('statistic', 'industrial-research:quarter')], ['规上工业申报研发费用', 'research declared by industry above scale'], ['年初至当日各季度公布数', 'the quarters published from the first day of the year to the day'], { stated: true }],
    ['firm-research', ['latest', 'amount', 'fen'], [only('firm-figure', 'research:year')], ['在册企业研发费用', 'research of firms in the register'], ['最近一个已结束且有申报的年度', 'the last year that is over and reported']],
    ['contracts', IN_YEAR, CONTRACTS, ['技术合同数', 'technology contracts'], REGISTERED],
    ['contract-amount', MONEY_IN_YEAR, CONTRACTS, ['技术合同额', 'amount of technology contracts'], ['年内登记的合同金额', 'of those registered in the year']],
    ['achievements', IN_YEAR, ACHIEVEMENTS, ['登记科技成果', 'achievements registered'], REGISTERED],
    ['class-one-ip', NUMBER, [papers('ip', CLASS_ONE)], ['有效 I 类知识产权', 'valid class I IP'], HOLDS],
    ['awards', IN_YEAR, [papers('award')], ['科技奖励', 'science awards'], ['年内获得', 'awarded in the year']],
  ),
  ...section(
    'platforms',
    ['platforms', NUMBER, research(['research', 'service'], LEVELS), ['研发与服务平台', 'research and service platforms'], HOLDS],
    ['research-platforms', NUMBER, research(['research'], LEVELS), ['其中研发平台', 'of them for research'], HOLDS],
    ['service-platforms', NUMBER, research(['service'], LEVELS), ['其中服务平台', 'of them for services'], HOLDS],
    ['higher-platforms', NUMBER, research(['research', 'service'], HIGHER), ['其中市级以上', 'of them municipal or higher'], HOLDS],
    ['national-incubators', NUMBER, houses('incubator', 'national'), ['国家级孵化器', 'national incubators'], HOLDS],
    ['incubators', NUMBER, houses('incubator', ...LEVELS), ['孵化器', 'incubators'], ['当日已认定', 'recognised on the day']],
    ['national-maker-worlds', NUMBER, houses('maker-world', 'national'), ['国家级众创天地', 'national maker worlds'], HOLDS],
    ['maker-worlds', NUMBER, houses('maker-world', ...LEVELS), ['众创天地', 'maker worlds'], ['当日已认定', 'recognised on the day']],
    ['national-maker-spaces', NUMBER, houses('maker-space', 'national'), ['国家级众创空间', 'national maker spaces'], HOLDS],
    ['maker-spaces', NUMBER, houses('maker-space', ...LEVELS), ['众创空间', 'maker spaces'], ['当日已认定', 'recognised on the day']],
    ['accelerators', NUMBER, houses('accelerator', ...LEVELS), ['加速器', 'accelerators'], ['当日已认定', 'recognised on the day']],
    ['platforms-cultivated', NUMBER, [only('platform-cultivated')], ['培育中的孵化载体', 'platforms being cultivated'], ['当日尚未认定', 'not recognised yet on the day']],
    ['platform-space', ['stock', 'amount', 'm2'], [only('platform-space')], ['孵化载体面积', 'space of platforms'], ['各载体单元面积之和', 'the areas of their units together']],
    ['incubatees', NUMBER, [only('stay')], ['在孵企业', 'incubatees'], ['当日在孵；新增含由其他载体转入', 'in a platform on the day; new are also those that moved in from another']],
    ['graduates', NUMBER, [only('graduate')], ['毕业企业', 'graduates'], SO_FAR],
    ['incubatee-revenue', MONEY_IN_YEAR, [only('report', 'revenue')], ['在孵及毕业企业营业收入', 'revenue of incubatees and graduates'], ['年内各期报告', 'of the reports of the year']],
    ['incubatee-research', MONEY_IN_YEAR, [only('report', 'research')], ['在孵及毕业企业研发支出', 'research of incubatees and graduates'], ['年内各期报告', 'of the reports of the year']],
    ['incubatee-tax', MONEY_IN_YEAR, [only('report', 'tax')], ['在孵及毕业企业上缴税费', 'tax paid by incubatees and graduates'], ['年内各期报告', 'of the reports of the year']],
    ['incubatee-jobs', ['stock', 'amount', 'people'], [only('report-staff')], ['在孵及毕业企业从业人员', 'jobs in incubatees and graduates'], ['各企业最近一期报告（一年内）', 'of each firm’s last report, not older than a year']],
  ),
  ...section(
    'contests',
    ['entries', NUMBER, [only('entry')], ['参赛项目', 'entries'], ['历届累计；新增为年内', 'of all editions; new are those of the year']],
    ['entries-outside', NUMBER, [only('entry', 'outside')], ['其中区外项目', 'of them from outside'], ['申报时注册地不在本区', 'registered elsewhere when they entered']],
    ['winners', NUMBER, [only('award')], ['获奖项目', 'winners'], SO_FAR],
    ['national-silver', NUMBER, [only('upper-result', 'nation:silver')], ['国赛银奖', 'silver at the nation’s contest'], SO_FAR],
    ['national-medals', NUMBER, [only('upper-result', 'nation:gold', 'nation:silver', 'nation:bronze')], ['国赛奖牌', 'medals at the nation’s contest'], SO_FAR],
    ['municipal-gold', NUMBER, [only('upper-result', 'city:gold')], ['市赛金奖', 'gold at the city’s contest'], SO_FAR],
  ),
  ...section(
    'money',
    ['invested', NUMBER, [only('invested')], ['种子基金投资项目', 'projects invested in by seed funds'], SO_FAR],
    ['investment-amount', MONEY_IN_ALL, [only('investment')], ['种子基金投资额', 'invested by seed funds'], SO_FAR],
    ['loan-amount', MONEY_IN_ALL, [only('loan')], ['知识价值信用贷款', 'credit loans'], SO_FAR],
    ['grants-asked', IN_YEAR, [only('grant-asked')], ['申报科技项目', 'projects applied for'], IN_THE_YEAR],
    ['rural-asked', IN_YEAR, [only('grant-asked', 'rural')], ['申报乡村振兴项目', 'rural projects applied for'], IN_THE_YEAR],
    ['rural-won', MONEY_IN_YEAR, [only('grant-won', 'rural')], ['乡村振兴项目争取资金', 'funds won by rural projects'], IN_THE_YEAR],
    ['public-money', MONEY_IN_ALL, [only('prize'), only('investment'), only('instalment'), only('subsidy'), only('policy')], ['已付公共资金', 'public money paid'], ['奖金、种子投资、项目经费、补贴与政策资金累计', 'prizes, seed investments, instalments, subsidies and policies in all']],
  ),
  ...section(
    'experts',
    ['envoys', NUMBER, [only('envoy')], ['科技特派员', 'science envoys'], HOLDS],
    ['envoy-teams', NUMBER, [only('envoy-team')], ['科技特派团', 'teams of envoys'], HOLDS],
    ['envoy-activities', IN_YEAR, [only('envoy-activity')], ['特派团联合活动', 'joint activities of envoys'], IN_THE_YEAR],
    ['technologies-brought', IN_YEAR, [only('envoy-brought')], ['引进新品种新技术', 'varieties and technologies brought in'], IN_THE_YEAR],
    ['problems-solved', IN_YEAR, [only('problem')], ['解决技术难题', 'technical problems solved'], IN_THE_YEAR],
    ['technology-managers', NUMBER, [only('technology-manager')], ['技术经理人', 'technology managers'], HOLDS],
    ['institutes', NUMBER, [only('institute')], ['合作高校院所', 'universities and institutes worked with'], ['当日有合作协议，一家计一次', 'with an agreement that runs on the day, each once']],
    ['joint-projects', NUMBER, [only('joint-project', ...LEVELS.map((level) => `${level}:institute`))], ['与高校院所合作项目', 'projects with universities and institutes'], SO_FAR],
    ['district-projects', NUMBER, [only('joint-project', 'municipal:district', 'national:district')], ['跨区联合市级以上项目', 'municipal projects with another district'], SO_FAR],
    ['promotions', NUMBER, [only('promotion', 'district')], ['跨区推广成果', 'results promoted with another district'], SO_FAR],
  ),
  ...section(
    'talent',
    ['talents-registered', IN_YEAR, [papers('talent', ['registered'])], ['新登记人才', 'talents newly registered'], REGISTERED],
    ['talents', IN_YEAR, [papers('talent', ['programme', 'workstation', 'team', 'fund'])], ['人才计划、工作站、团队与资金', 'programmes, workstations, teams and funds'], REGISTERED],
    ['talent-fund', MONEY_IN_ALL, [papers('talent', ['fund'])], ['人才资金', 'funds for talent'], HOLDS],
    ['academician-stations', NUMBER, [papers('talent', ['workstation'], ['academician'])], ['院士工作站', 'academician workstations'], HOLDS],
    ['postdoctoral-stations', NUMBER, [papers('talent', ['workstation'], ['postdoctoral'])], ['博士后工作站', 'post-doctoral workstations'], HOLDS],
  ),
  ...section(
    'landing',
    ['landed', NUMBER, [only('landing-step', 'sign')], ['签约落地项目', 'projects landed'], SO_FAR],
    ['producing', NUMBER, [only('landing-step', 'start-production')], ['投产项目', 'projects producing'], SO_FAR],
    ['above-scale', NUMBER, [only('above-scale')], ['升规企业', 'risen above scale'], SO_FAR],
    ['plant-output', MONEY_IN_YEAR, [only('yield', 'output')], ['落地项目产值', 'output of landed projects'], ['年内各季度', 'of the quarters of the year']],
    ['plant-tax', MONEY_IN_YEAR, [only('yield', 'tax')], ['落地项目税收', 'tax of landed projects'], ['年内各季度', 'of the quarters of the year']],
    ['plant-jobs', ['stock', 'amount', 'people'], [only('yield-jobs')], ['落地项目就业', 'jobs in landed projects'], ['各项目最近一季（一年内）', 'of each project’s last quarter, not older than a year']],
  ),
  ...section('economy', ['gdp', ['latest', 'amount', 'fen'], [only('statistic', 'gdp:year')], [STATISTICS.gdp.zh, STATISTICS.gdp.en], ['统计部门公布的最近年度', 'the last year published'], { stated: true }]),
];

export const FIGURE_KEYS = FIGURES.map(({ key }) => key);
export const figureOf = (key: string): Figure | undefined => FIGURES.find((one) => one.key === key);
