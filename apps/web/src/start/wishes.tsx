import { App, Button, Checkbox, Form, Select, TimePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { calls as api, type Answer, type Shown } from '../api/client.js';
import { Ask } from '../ui/ask.js';
import { useLanguage } from '../words.js';
import { useStartWords } from './words.js';

type Habits = Answer<'/api/notifications/habits'>;
type Mailing = NonNullable<Habits['all']>;

interface Typed {
  readonly quiet?: [Dayjs, Dayjs] | null;
  readonly gatheredAt: Dayjs;
  readonly workdaysOnly: boolean;
  readonly texts: boolean;
  readonly all?: Mailing;
  readonly kinds: Readonly<Record<string, Mailing | undefined>>;
}

const time = (at: string) => dayjs(`2000-01-01T${at}`);

/** How one wants one's mails: when, gathered or at once, and of which kinds. */
export default function Wishes() {
  const habits = api.useQuery('get', '/api/notifications/habits');
  return <Ask of={habits}>{(of) => <WishesForm of={of} />}</Ask>;
}

function WishesForm({ of }: { of: Habits }) {
  const [t, language, { message }] = [useStartWords(), useLanguage(), App.useApp()];
  const set = api.useMutation('put', '/api/notifications/habits');
  const choices = (['now', 'daily', 'never'] as const).map((value) => ({ value, label: t(value) }));
  const save = ({ quiet, gatheredAt, workdaysOnly, texts, all, kinds = {} }: Typed) => {
    const named = Object.entries(kinds).flatMap(([kind, mail]) => (mail === undefined ? [] : [{ kind, mail }]));
    const body: Shown['SetNoticeHabits'] = { gatheredAt: gatheredAt.format('HH:mm'), workdaysOnly, texts, kinds: [...(all === undefined ? [] : [{ kind: '*', mail: all }]), ...named], ...(quiet && { quietFrom: quiet[0].format('HH:mm'), quietTo: quiet[1].format('HH:mm') }) };
    set.mutate({ body }, { onSuccess: () => void message.success(t('saved')) });
  };
  const initial: Typed = {
    ...(of.quietFrom !== null && of.quietTo !== null && { quiet: [time(of.quietFrom), time(of.quietTo)] as [Dayjs, Dayjs] }),
    ...{ gatheredAt: time(of.gatheredAt), workdaysOnly: of.workdaysOnly, texts: of.texts },
    ...(of.all !== null && { all: of.all }),
    kinds: Object.fromEntries(of.kinds.flatMap(({ kind, wanted }) => (wanted === null ? [] : [[kind, wanted]]))),
  };
  return (
    <section className="card">
      <p className="soft">{t('wishesText')}</p>
      <Form layout="vertical" initialValues={initial} onFinish={save}>
        <Form.Item name="quiet" label={t('quietHours')}>
          <TimePicker.RangePicker format="HH:mm" minuteStep={15} order={false} />
        </Form.Item>
        <Form.Item name="gatheredAt" label={t('gatheredAt')} rules={[{ required: true }]}>
          <TimePicker format="HH:mm" minuteStep={15} />
        </Form.Item>
        <Form.Item name="workdaysOnly" valuePropName="checked">
          <Checkbox>{t('workdaysOnly')}</Checkbox>
        </Form.Item>
        <Form.Item name="texts" valuePropName="checked">
          <Checkbox>{t('texts')}</Checkbox>
        </Form.Item>
        <Form.Item name="all" label={t('allKinds')}>
          <Select allowClear options={choices} placeholder={t('asUsual')} style={{ maxWidth: 260 }} />
        </Form.Item>
        {of.kinds.map(({ kind, always, usual, told, ...words }) => (
          <Form.Item key={kind} name={['kinds', kind]} label={t('kindTold', { subject: words[language], told })}>
            {always ? <span className="soft">{t('alwaysComes')}</span> : <Select allowClear options={choices} placeholder={t('usually', { how: t(usual) })} style={{ maxWidth: 260 }} />}
          </Form.Item>
        ))}
        <Button type="primary" htmlType="submit" loading={set.isPending}>
          {t('saveWishes')}
        </Button>
      </Form>
    </section>
  );
}
