import { hundredths } from '#kernel';
import { FIGURES, figuresOfYear, type FigureKey, type Figures, type ReportFacts } from './figures.js';
import type { FirmProfile } from './profile.js';

/** What a platform states of a year beside its records; money in fen. */
export interface PlatformYearFigures {
  readonly propertyIncome?: number;
  readonly serviceIncome?: number;
  readonly investmentIncome?: number;
  readonly subsidyIncome?: number;
  readonly otherIncome?: number;
  readonly fund?: number;
  readonly tax?: number;
  readonly firmsOutside?: number;
}

export interface YearOfFirm {
  readonly id: string;
  readonly firm: string;
  readonly creditCode: string | null;
  readonly registeredOn: string | null;
  readonly enteredOn: string;
  /** Its last day here in the year, where it did not stay beyond it, and as what it went. */
  readonly endedOn: string | null;
  readonly ended: string | null;
  readonly field: string | null;
  readonly profile: FirmProfile;
  readonly mentored: boolean;
  readonly area: number;
  /** Fen invested by the district's funds in the year. */
  readonly invested: number;
  readonly reports: readonly ReportFacts[];
}

/** Money in the unit of the yearly statistics: whole thousand yuan, halves up. */
const thousandYuan = (fen: number): number => Math.floor(fen / 100_000 + 0.5);

type Cell = string | number | boolean | null;
interface Column {
  readonly zh: string;
  readonly of: (firm: YearOfFirm, figures: Figures) => Cell;
}

const text = (zh: string, of: (firm: YearOfFirm) => Cell): Column => ({ zh, of });
const stated = (value: Cell | undefined): Cell => value ?? '';
const YES = (value: boolean | undefined): Cell => (value === undefined ? '' : value ? '是' : '否');
const FOUNDERS: Readonly<Record<string, string>> = { student: '大学生', scientist: '科技人员', returnee: '留学归国', 'large-firm': '大企业高管', other: '其他' };
const ENDED: Readonly<Record<string, string>> = { graduated: '毕业', left: '退出', removed: '清退', moved: '转入其他载体' };
/** Fen. A firm's own figure of the money it received holds the district's; without one, what the funds paid stands. */
const venture = ({ invested }: YearOfFirm, { funding = 0 }: Figures): number => Math.max(invested, funding);

/** The figures of the reports that the statistics ask for as they are. */
const STATED_FIGURES = FIGURES.filter(({ key }) => key !== 'funding' && key !== 'cash' && key !== 'spending' && key !== 'orders');

/** The columns of the Torch Centre's table of incubatees; money in thousand yuan, area in m². */
export const FIRM_COLUMNS: readonly Column[] = [
  text('企业名称', ({ firm }) => firm),
  text('统一社会信用代码', ({ creditCode }) => creditCode),
  text('成立时间', ({ registeredOn }) => registeredOn),
  text('入驻时间', ({ enteredOn }) => enteredOn),
  text('行业类别', ({ profile }) => stated(profile.industry)),
  text('登记注册类型', ({ profile }) => stated(profile.registrationType)),
  text('技术领域', ({ field }) => field),
  text('纳税人类型', ({ profile }) => stated(profile.taxpayerType)),
  text('是否与创业导师建立辅导关系', ({ mentored }) => YES(mentored)),
  text('是否当年毕业', ({ ended }) => YES(ended === 'graduated')),
  text('离开时间', ({ endedOn }) => endedOn),
  text('离开方式', ({ ended }) => (ended === null ? '' : (ENDED[ended] ?? ended))),
  text('是否高新技术企业', ({ profile }) => YES(profile.highTech)),
  text('创业者类型', ({ profile }) => FOUNDERS[profile.founderKind ?? ''] ?? ''),
  text('是否连续创业', ({ profile }) => YES(profile.serialFounder)),
  text('创业者性别', ({ profile }) => profile.founderSex === undefined ? '' : { female: '女', male: '男' }[profile.founderSex]),
  { zh: '当年获天使或风险投资（千元）', of: (firm, figures) => thousandYuan(venture(firm, figures)) },
  text('使用面积（平方米）', ({ area }) => area),
  text('注册资本（千元）', ({ profile }) => (profile.registeredCapital === undefined ? '' : thousandYuan(profile.registeredCapital))),
  ...STATED_FIGURES.map(
    ({ key, zh, unit }): Column => ({ zh: unit === 'fen' ? `${zh}（千元）` : zh, of: (_, figures) => (figures[key] === undefined ? '' : unit === 'fen' ? thousandYuan(figures[key]) : figures[key]) }),
  ),
];

/** A firm's row of the yearly statistics, in the order of `FIRM_COLUMNS`. */
export const firmRow = (firm: YearOfFirm, year: string): Cell[] => {
  const figures = figuresOfYear(firm.reports, year);
  return FIRM_COLUMNS.map(({ of }) => of(firm, figures));
};

export interface YearOfPlatform {
  readonly name: string;
  readonly kind: string;
  readonly level: string;
  readonly state: string;
  readonly field: string | null;
  readonly operator: string | null;
  readonly runningSince: string | null;
  /** m² by use at the year's end, and of it let. */
  readonly areas: Readonly<Record<string, number>>;
  readonly let: number;
  readonly rentPaid: number;
  readonly bookingsPaid: number;
  readonly stated: PlatformYearFigures;
  readonly staff: readonly { readonly professional: boolean; readonly fullTime: boolean; readonly trained: boolean; readonly role: string }[];
  readonly mentors: number;
  readonly mentoringMinutes: number;
  readonly services: number;
  readonly activities: number;
  readonly people: number;
  readonly graduatesEver: number;
  readonly firms: readonly YearOfFirm[];
}

/** A figure of a platform's year, with its unit, and where it comes from. */
export interface YearFigure {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly value: Cell;
}

const USES: readonly (readonly [string, string, string])[] = [['office', '办公用房', 'offices'], ['lab', '实验用房', 'labs'], ['workshop', '中试与生产用房', 'workshops'], ['desks', '工位', 'desks'], ['public', '公共服务', 'public service'], ['property', '物业及其他', 'property']];

/** The platform's own table of the yearly statistics; money in thousand yuan, each summed in fen before it is rounded. */
export function platformFigures(platform: YearOfPlatform, year: string): YearFigure[] {
  const { stated: own, firms } = platform;
  const atEnd = firms.filter(({ endedOn }) => endedOn === null);
  const figures = firms.map((firm) => ({ firm, of: figuresOfYear(firm.reports, year) }));
  const total = (key: FigureKey) => figures.reduce((sum, { of }) => sum + (of[key] ?? 0), 0);
  const one = (key: string, zh: string, en: string, value: Cell): YearFigure => ({ key, zh, en, value });
  const money = (key: string, zh: string, en: string, fen: number) => one(key, `${zh}（千元）`, `${en} (thousand yuan)`, thousandYuan(fen));
  const count = (test: (firm: YearOfFirm) => boolean) => firms.filter(test).length;
  return [
    one('name', '载体名称', 'name', platform.name),
    one('kind', '类型', 'kind', platform.kind),
    one('level', '级别', 'level', platform.level),
    one('state', '状态', 'state', platform.state),
    one('field', '专业领域', 'field', platform.field ?? '综合'),
    one('operator', '运营主体', 'operator', platform.operator),
    one('running-since', '运营起始', 'running since', platform.runningSince),
    one('area', '场地面积（平方米）', 'area (m²)', hundredths(Object.values(platform.areas).reduce((sum, area) => sum + area, 0))),
    ...USES.map(([use, zh, en]) => one(`area-${use}`, `其中${zh}（平方米）`, `of it ${en} (m²)`, hundredths(platform.areas[use] ?? 0))),
    one('area-let', '在孵企业使用面积（平方米）', 'area used by incubatees (m²)', hundredths(platform.let)),
    money('income', '总收入', 'income', platform.rentPaid + platform.bookingsPaid + (own.propertyIncome ?? 0) + (own.serviceIncome ?? 0) + (own.investmentIncome ?? 0) + (own.subsidyIncome ?? 0) + (own.otherIncome ?? 0)),
    money('income-property', '其中房租及物业', 'of it rent and property', platform.rentPaid + (own.propertyIncome ?? 0)),
    money('income-service', '其中综合服务', 'of it services', platform.bookingsPaid + (own.serviceIncome ?? 0)),
    money('income-investment', '其中投资', 'of it investments', own.investmentIncome ?? 0),
    money('income-subsidy', '其中财政补助', 'of it public money', own.subsidyIncome ?? 0),
    money('income-other', '其中其他', 'of it other', own.otherIncome ?? 0),
    money('tax-platform', '载体纳税', 'tax paid by the platform', own.tax ?? 0),
    money('fund', '孵化基金总额', 'incubation fund', own.fund ?? 0),
    one('staff-platform', '管理机构从业人员', 'staff of the platform', platform.staff.length),
    one('staff-professional', '其中专业孵化服务人员', 'of them professional', platform.staff.filter(({ professional }) => professional).length),
    one('staff-full-time', '其中专职', 'of them full-time', platform.staff.filter(({ fullTime }) => fullTime).length),
    one('staff-trained', '其中接受专业培训', 'of them trained', platform.staff.filter(({ trained }) => trained).length),
    one('mentors', '创业导师', 'mentors', platform.mentors),
    one('mentored', '建立辅导关系的企业', 'firms with a mentor', count(({ mentored }) => mentored)),
    one('mentoring-hours', '辅导小时', 'hours of mentoring', hundredths(platform.mentoringMinutes / 60)),
    one('services', '服务次数', 'services given', platform.services),
    one('activities', '活动场次', 'activities', platform.activities),
    one('people', '活动参加人次', 'people at activities', platform.people),
    one('incubatees', '年末在孵企业', 'incubatees at the end of the year', atEnd.length),
    one('entered', '当年新增', 'entered in the year', count(({ enteredOn }) => enteredOn.startsWith(year))),
    one('graduated', '当年毕业', 'graduated in the year', count(({ ended }) => ended === 'graduated')),
    one('graduated-ever', '累计毕业', 'graduated in all', platform.graduatesEver),
    one('left', '当年退出及清退', 'left or removed in the year', count(({ ended }) => ended === 'left' || ended === 'removed')),
    one('moved', '当年转入其他载体', 'moved on in the year', count(({ ended }) => ended === 'moved')),
    one('high-tech', '高新技术企业', 'high-tech enterprises', count(({ profile }) => profile.highTech === true)),
    one('financed', '当年获投融资企业', 'firms financed in the year', figures.filter(({ firm, of }) => venture(firm, of) > 0).length),
    money('venture', '当年获天使或风险投资', 'angel or venture money', figures.reduce((sum, { firm, of }) => sum + venture(firm, of), 0)),
    ...STATED_FIGURES.map(({ key, zh, en, unit }) =>
      unit === 'fen' ? money(`firms-${key}`, `在孵企业${zh}`, `incubatees’ ${en}`, total(key)) : one(`firms-${key}`, `在孵企业${zh}`, `incubatees’ ${en}`, total(key)),
    ),
  ];
}
