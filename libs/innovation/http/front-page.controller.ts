import { By, languageOf, Open, type Caller, type Language } from '#platform';
import { Controller, Get, Header, Headers } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { STAGES } from '../domain/funnel.js';
import { FunnelView, type FunnelLine, type Journey } from '../views/funnel.js';

/** The plain public page: how far projects have come, and the way of those that came furthest. */
@ApiExcludeController()
@Controller()
@Open()
export class FrontPageController {
  constructor(private readonly funnel: FunnelView) {}

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  async page(@By() by: Caller, @Headers('accept-language') accept?: string): Promise<string> {
    const { district } = by.actor;
    const [lines, journeys] = await Promise.all([this.funnel.funnel(district), this.funnel.furthest(district, 3)]);
    return html(languageOf(accept), lines, journeys);
  }

  @Get('front-page.css')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'public, max-age=3600')
  style(): string {
    return STYLE;
  }
}

const WORDS = {
  zh: { title: '赛孵园', lead: '从创新创业大赛，到孵化培育，到园区落地', funnel: '项目链', journeys: '走得最远的项目', api: '接口文档', none: '还没有项目走到这里。' },
  en: { title: 'Trellis', lead: 'From the contest, through incubation, to the park', funnel: 'The chain', journeys: 'The projects that came furthest', api: 'API', none: 'No project has come this far yet.' },
} as const;

function html(language: Language, lines: readonly FunnelLine[], journeys: readonly Journey[]): string {
  const words = WORDS[language];
  const most = Math.max(1, ...lines.map(({ projects }) => projects));
  const nameOf = (stage: string) => STAGES.find(({ key }) => key === stage)?.[language] ?? stage;
  const rows = lines.map((line) => `<tr><th scope="row">${line[language]}</th><td><meter min="0" max="${most}" value="${line.projects}"></meter></td><td><a href="/projects?reached=${line.event}">${line.projects}</a></td></tr>`);
  const ways = journeys.map(
    ({ title, firm, stages }) =>
      `<article><h3>${escaped(title)}</h3><p>${escaped(firm ?? '')}</p><ol>${stages.map(({ stage, on }) => `<li><time datetime="${String(on)}">${String(on).slice(0, 10)}</time> ${nameOf(stage)}</li>`).join('')}</ol></article>`,
  );
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${words.title}</title><link rel="stylesheet" href="/front-page.css"></head>
<body><header><h1>${words.title}</h1><p>${words.lead}</p><nav><a href="/docs">${words.api}</a></nav></header>
<main><section><h2>${words.funnel}</h2><table>${rows.join('')}</table></section>
<section><h2>${words.journeys}</h2>${ways.length > 0 ? `<div class="ways">${ways.join('')}</div>` : `<p>${words.none}</p>`}</section></main></body></html>`;
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const STYLE = `:root{color-scheme:light dark;font:16px/1.6 system-ui,"Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
body{margin:0 auto;max-width:60rem;padding:1.5rem}h1{margin:0}h2{margin-top:2.5rem}
table{width:100%;border-collapse:collapse}th{text-align:left;font-weight:500;white-space:nowrap;padding:.3rem 1rem .3rem 0}td:last-child{text-align:right;padding-left:1rem;font-variant-numeric:tabular-nums}td:nth-child(2){width:100%}meter{width:100%;height:1rem}
.ways{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(16rem,1fr))}article{border:1px solid color-mix(in srgb,currentColor 25%,transparent);border-radius:.5rem;padding:1rem}h3{margin:0;font-size:1rem}article p{margin:0;opacity:.75}ol{padding-left:1.25rem;margin:.75rem 0 0}`;
