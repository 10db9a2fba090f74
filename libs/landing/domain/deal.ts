import { eventType, refusalType, stateMachine } from '#kernel';

export const dealMachine = stateMachine({
  name: 'deal',
  initial: 'intent',
  states: {
    intent: '意向: wants a place in the park',
    negotiating: '洽谈: talks about terms and a site',
    contracted: '签约: has a contract and a site',
    building: '开工: ground is broken',
    built: '竣工: built and accepted',
    producing: '投产: first production',
    'at-capacity': '达产: full production',
    'above-scale': '升规: over the statistics office’s threshold',
    ended: 'has left, with a reason',
  },
  transitions: {
    negotiate: { from: ['intent'], to: 'negotiating' },
    sign: { from: ['intent', 'negotiating'], to: 'contracted' },
    'break-ground': { from: ['contracted'], to: 'building' },
    complete: { from: ['building'], to: 'built' },
    'start-production': { from: ['built'], to: 'producing' },
    'reach-capacity': { from: ['producing'], to: 'at-capacity' },
    'rise-above-scale': { from: ['producing', 'at-capacity'], to: 'above-scale' },
    change: { from: ['intent', 'negotiating', 'contracted', 'building', 'built', 'producing', 'at-capacity', 'above-scale'] },
    end: { from: ['intent', 'negotiating', 'contracted', 'building', 'built', 'producing', 'at-capacity', 'above-scale'], to: 'ended' },
  },
});

export const dealIntended = eventType<{ park: string; firm: string; investment: number; output: number; tax: number; jobs: number }>('deal:intended', 'When a project declares that it wants to land in a park, with what it promises.');
export const dealNegotiated = eventType<{ on: string }>('deal:negotiated', 'When talks about terms and a site begin.');
export const dealPlanned = eventType<{ steps: readonly string[] }>('deal:planned', 'When the days are set on which a deal’s steps should come.');
export const dealProgressed = eventType<{ on: string; percent: number }>('deal:progressed', 'When it is put down how building goes.');
export const dealEnlarged = eventType<{ investment: number; output: number; tax: number; jobs: number; reason: string }>('deal:enlarged', 'When a deal promises more; it stays one deal.');
export const dealHandedOver = eventType<{ before: string; firm: string; park: string; reason: string }>('deal:handed-over', 'When another firm or another park takes a deal over; it stays one deal, credited as before.');
export const landAccepted = eventType<{ industry: string; mu: number; verdict: string; version: string }>('deal:land-accepted', 'When a plot that was sold by standard is looked at against what was promised by 亩.');
export const yieldCorrected = eventType<{ quarter: string; version: number; reason: string }>('yield:corrected', 'When what was reported of a quarter is corrected; both versions stay.');
export const dealContracted = eventType<{ site: string; on: string }>('deal:contracted', 'When a project has signed for a site.');
export const groundBroken = eventType<{ on: string }>('deal:ground-broken', 'When building begins.');
export const dealBuilt = eventType<{ on: string }>('deal:built', 'When the plant is built and accepted.');
export const productionStarted = eventType<{ on: string }>('deal:producing', 'When the plant first produces.');
export const capacityReached = eventType<{ on: string }>('deal:at-capacity', 'When the plant produces what it was designed for.');
export const roseAboveScale = eventType<{ quarter: string; output: number; rule: string; version: string }>('deal:above-scale', 'When a plant’s output over a year has passed its industry’s threshold.');
export const dealEnded = eventType<{ reason: string }>('deal:ended', 'When a project leaves its park, or does not come.');
export const yieldReported = eventType<{ quarter: string; output: number; tax: number; jobs: number }>('yield:reported', 'When a plant’s output, tax and jobs of a quarter are reported.');

export const notYourProject = refusalType('deal:not-your-project', 'forbidden', '您既不是该项目的团队成员，也不管理该园区。', 'You belong neither to the project’s team nor to the park’s management.');
export const dealRunning = refusalType('deal:running-already', 'conflict', '该项目或该企业已有进行中的落地事项，不重复计数；增资扩产请在原事项上办理。', 'The project or the firm has a deal under way already; it is counted once. Where it grows, enlarge that one.');
export const siteElsewhere = refusalType('site:elsewhere', 'invalid', '该地块不在此园区。', 'The site is not in this park.');
export const stepUnproven = refusalType('deal:step-unproven', 'unmet', '“{step}”缺少证明材料（{rule}）：{missing}。', 'The step "{step}" is not proven ({rule}): {missing} is missing.');
export const stepDisordered = refusalType('deal:step-disordered', 'invalid', '{on} 早于上一步 {before}。', '{on} is before the step that came before it, on {before}.');
export const nothingHandedOver = refusalType('deal:nothing-handed-over', 'invalid', '请写明接手的企业或园区。', 'Name the firm or the park that takes it over.');
export const emptyPaper = refusalType('deal:empty-paper', 'invalid', '材料内容为空。', 'The paper is empty.');
export const notOnFile = refusalType('deal:paper-not-on-file', 'missing', '项目档案中没有这份材料（{document}）；请先上传。', 'There is no such paper on the project’s file ({document}); put it there first.');
export const notSigned = refusalType('deal:not-signed', 'conflict', '尚未签约（状态：{state}）。', 'The deal is not signed ({state}).');
export const yieldImpossible = refusalType('yield:impossible', 'invalid', '填报数据互相矛盾，见 errors。', 'The figures contradict each other; see errors.');
export const yieldDoubtful = refusalType('yield:doubtful', 'unmet', '有数据与以往相差十倍以上（{fields}），请核对；确认无误后以 confirmed 重新提交。', 'Figures are ten times, or a tenth of, what was usual ({fields}). Look again; send them with confirmed if they are right.');
export const noSuchYield = refusalType('yield:unknown', 'missing', '{quarter} 尚未填报。', '{quarter} was not reported.');
export const notByStandard = refusalType('deal:not-by-standard', 'unmet', '该项目用地不是按标准地出让，或尚无当年数据。', 'Its land was not sold by standard, or there is no year to judge it by.');
export const unknownIndustry = refusalType('deal:unknown-standard', 'invalid', '标准地指标表中没有“{industry}”；可选：{industries}。', 'The table of standards has no "{industry}"; it has: {industries}.');
export const datesWrong = refusalType('deal:dates', 'invalid', '承诺期限 {by} 须晚于今天 {today}。', 'A promise is to be kept by a day to come ({by}; it is {today}).');
export const notProducing = refusalType('deal:not-producing', 'conflict', '尚未投产（状态：{state}），不能填报产出。', 'The plant does not produce yet (it is {state}); there is no yield to report.');
export const yieldReportedAlready = refusalType('yield:reported-already', 'conflict', '{quarter} 已经填报。', 'The quarter {quarter} has been reported already.');
export const yieldTooEarly = refusalType('yield:quarter-not-over', 'unmet', '{quarter} 尚未结束，{day} 之后方可填报。', 'The quarter {quarter} is not over; report it after {day}.');
