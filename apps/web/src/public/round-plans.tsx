import type { Shown } from '../api/client.js';
import { useNamed } from '../ui/named.js';
import { words } from '../words.js';

type Plan = Shown['RoundPlanShown'];

export const usePlanWords = words('plan', {
  scored: ['按评分项打分', 'Criteria are marked'],
  screening: ['通过或不通过', 'Pass or fail'],
  picks: ['评委各选若干并排序', 'Judges rank their best'],
  pairwise: ['两两比较', 'Pairs are compared'],
  'public-vote': ['公众投票', 'The public votes'],
  mean: ['平均分', 'mean'], 'trimmed-mean': ['去掉最高最低后平均', 'trimmed mean'], median: ['中位数', 'median'], standardised: ['标准化', 'standardised'], severity: ['扣除评委宽严', 'judges’ severity taken out'], borda: ['名次分', 'Borda'],
  assigned: ['分配评委', 'assigned judges'], all: ['全体评委评全部项目', 'all judges, all entries'], rooms: ['分组评审', 'parallel rooms'],
  quota: ['前 {{n}} 名晋级', 'the best {{n}} go on'],
  threshold: ['{{n}} 分及以上晋级', '{{n}} points and more go on'],
  share: ['每组前 {{n}}% 晋级', 'the best {{n}}% of each group go on'],
  criterion: ['评分项', 'Criterion'],
  weight: ['权重', 'Weight'],
  range: ['分值', 'Marks'],
  pitch: ['路演 {{present}}+{{answer}} 分钟', 'Pitch of {{present}}+{{answer}} minutes'],
});

/** How each round is judged, as published with the call. */
export function RoundPlans({ of }: { of: readonly Plan[] }) {
  const [t, named] = [usePlanWords(), useNamed()];
  return (
    <div className="stack">
      {of.map((plan) => (
        <div key={plan.key}>
          <h3>{named(plan.name)}</h3>
          <p className="soft">{[t(plan.way), ...(plan.way === 'scored' ? [t(plan.scoring)] : []), t(plan.seating), ...(plan.pitch ? [t('pitch', plan.pitch)] : []), ...(plan.advance ? [advanceOf(t, plan.advance)] : [])].join(' · ')}</p>
          {plan.rubric.length > 0 && <Rubric of={plan.rubric} />}
        </div>
      ))}
    </div>
  );
}

const advanceOf = (t: ReturnType<typeof usePlanWords>, advance: NonNullable<Plan['advance']>): string =>
  advance.by === 'quota' ? t('quota', { n: advance.places }) : advance.by === 'threshold' ? t('threshold', { n: advance.atLeast }) : t('share', { n: Math.round(advance.share * 100) });

function Rubric({ of }: { of: Plan['rubric'] }) {
  const [t, named] = [usePlanWords(), useNamed()];
  return (
    <table className="plain">
      <thead>
        <tr>
          <th scope="col">{t('criterion')}</th>
          <th scope="col" className="number">
            {t('range')}
          </th>
          <th scope="col" className="number">
            {t('weight')}
          </th>
        </tr>
      </thead>
      <tbody>
        {of.map(({ key, name, min, max, weight }) => (
          <tr key={key}>
            <td>{named(name)}</td>
            <td className="number">
              {min}–{max}
            </td>
            <td className="number">{weight}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
