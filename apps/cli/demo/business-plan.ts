import { pdf } from '#platform';

const SECTIONS = ['技术与创新', '市场与商业模式', '团队分工', '实施计划与资金'];
/** What plans are put together of, in an order of each one's own, so that no two say the same. */
const PHRASES = ['核心部件自制', '现场实测数据', '三类典型客户', '年度交付目标', '关键设备选型', '成本逐项测算', '质量检验流程', '渠道合作意向', '专利布局清单', '研发人员构成', '首台套应用', '供应商备份', '产线节拍优化', '数据采集方案', '售后服务半径', '资金使用进度', '安全生产措施', '节能指标对比', '用户访谈记录', '竞品参数对照', '中试放大计划', '标准编制参与', '人才培养安排', '风险应对预案'];
const LINES = 5;
const WORDS = 6;

/** A business plan of some pages, as a team would hand it in; all of it is an example. @param chance a number from 0 to 1 */
export function businessPlan(title: string, chance: () => number): Promise<Buffer> {
  return pdf({ size: 'A4', margin: 64 }, (page) => {
    page.font('text').fontSize(24).text(title).moveDown().fontSize(12).fillColor('#555').text('商业计划书（示例）');
    for (const section of SECTIONS) {
      page.addPage().fillColor('#000').fontSize(18).text(section).moveDown().fontSize(12);
      for (let line = 1; line <= LINES; line++) page.text(`${line}. ${Array.from({ length: WORDS }, () => `${PHRASES[Math.floor(chance() * PHRASES.length)]!}${Math.floor(chance() * 900) + 100}`).join('，')}。`).moveDown();
    }
  });
}
