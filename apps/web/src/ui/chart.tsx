import { BarChart, LineChart, SankeyChart, ScatterChart, CustomChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use, type ComposeOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { BarSeriesOption, CustomSeriesOption, LineSeriesOption, SankeySeriesOption, ScatterSeriesOption } from 'echarts/charts';
import type { AriaComponentOption, GridComponentOption, LegendComponentOption, TooltipComponentOption } from 'echarts/components';
import { useEffect, useRef } from 'react';
import { useIsDark } from './theme.js';

use([BarChart, LineChart, SankeyChart, ScatterChart, CustomChart, AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

export type ChartOption = ComposeOption<BarSeriesOption | CustomSeriesOption | LineSeriesOption | SankeySeriesOption | ScatterSeriesOption | AriaComponentOption | GridComponentOption | LegendComponentOption | TooltipComponentOption>;

/** A colour of the page's own, as it is in the look chosen now. */
export const colour = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** The page's own colours for what echarts draws beside the figures. */
function themeNow() {
  const [ink, soft, line] = ['ink', 'soft', 'line'].map(colour) as [string, string, string];
  const axis = { axisLabel: { color: soft }, nameTextStyle: { color: soft }, axisLine: { lineStyle: { color: line } }, splitLine: { lineStyle: { color: line } } };
  return {
    color: [1, 2, 3, 4].map((n) => colour(`series-${n}`)),
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: soft },
    categoryAxis: axis,
    valueAxis: axis,
    legend: { textStyle: { color: soft } },
    tooltip: { backgroundColor: colour('paper'), borderColor: line, textStyle: { color: ink } },
  };
}

/** A picture of figures; beside it stands a table of the same, for whoever can't see it. */
export function Chart({ option, label, height = 320, onPick }: { option: () => ChartOption; label: string; height?: number; onPick?: (name: string) => void }) {
  const place = useRef<HTMLDivElement>(null);
  const dark = useIsDark();
  useEffect(() => {
    const made = init(place.current, themeNow(), { renderer: 'svg' });
    made.setOption({ animation: false, ...option() });
    if (onPick) made.on('click', ({ name }) => onPick(name));
    const watcher = new ResizeObserver(() => made.resize());
    watcher.observe(place.current!);
    return () => {
      watcher.disconnect();
      made.dispose();
    };
  }, [option, dark, onPick]);
  return <div ref={place} role="img" aria-label={label} style={{ width: '100%', height }} />;
}
