import { eventType, refusalType, stateMachine } from '#kernel';

export const dealMachine = stateMachine({
  name: 'deal',
  initial: 'intent',
  states: {
    intent: '意向: wants a place in the park',
    contracted: '签约: has a contract and a site',
    building: '开工: ground is broken',
    built: '竣工: built and accepted',
    producing: '投产: first production',
    'at-capacity': '达产: full production',
    'above-scale': '升规: over the statistics office’s threshold',
    ended: 'has left, with a reason',
  },
  transitions: {
    sign: { from: ['intent'], to: 'contracted' },
    'break-ground': { from: ['contracted'], to: 'building' },
    complete: { from: ['building'], to: 'built' },
    'start-production': { from: ['built'], to: 'producing' },
    'reach-capacity': { from: ['producing'], to: 'at-capacity' },
    'rise-above-scale': { from: ['producing', 'at-capacity'], to: 'above-scale' },
    end: { from: ['intent', 'contracted', 'building', 'built', 'producing', 'at-capacity', 'above-scale'], to: 'ended' },
  },
});

export const dealIntended = eventType<{ park: string; firm: string; investment: number; output: number; tax: number; jobs: number }>('deal:intended', 'When a project declares that it wants to land in a park, with what it promises.');
export const dealContracted = eventType<{ site: string; on: string }>('deal:contracted', 'When a project has signed for a site.');
export const groundBroken = eventType<{ on: string }>('deal:ground-broken', 'When building begins.');
export const dealBuilt = eventType<{ on: string }>('deal:built', 'When the plant is built and accepted.');
export const productionStarted = eventType<{ on: string }>('deal:producing', 'When the plant first produces.');
export const capacityReached = eventType<{ on: string }>('deal:at-capacity', 'When the plant produces what it was designed for.');
export const roseAboveScale = eventType<{ quarter: string; output: number; rule: string; version: string }>('deal:above-scale', 'When a plant’s output over a year has passed its industry’s threshold.');
export const dealEnded = eventType<{ reason: string }>('deal:ended', 'When a project leaves its park, or does not come.');
export const yieldReported = eventType<{ quarter: string; output: number; tax: number; jobs: number }>('yield:reported', 'When a plant’s output, tax and jobs of a quarter are reported.');

export const notYourProject = refusalType('deal:not-your-project', 'forbidden', '您既不是该项目的团队成员，也不管理该园区。', 'You belong neither to the project’s team nor to the park’s management.');
export const dealRunning = refusalType('deal:running-already', 'conflict', '该项目已有进行中的落地事项，不重复计数。', 'The project has a deal under way already; it is counted once.');
export const siteElsewhere = refusalType('site:elsewhere', 'invalid', '该地块不在此园区。', 'The site is not in this park.');
export const notProducing = refusalType('deal:not-producing', 'conflict', '尚未投产（状态：{state}），不能填报产出。', 'The plant does not produce yet (it is {state}); there is no yield to report.');
export const yieldReportedAlready = refusalType('yield:reported-already', 'conflict', '{quarter} 已经填报。', 'The quarter {quarter} has been reported already.');
export const yieldTooEarly = refusalType('yield:quarter-not-over', 'unmet', '{quarter} 尚未结束，{day} 之后方可填报。', 'The quarter {quarter} is not over; report it after {day}.');
