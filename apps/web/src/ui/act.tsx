import { Button, Form, Modal, type ButtonProps } from 'antd';
import { useState, type ReactNode } from 'react';
import { isProblem, type Problem } from '../api/client.js';
import { Explanation } from './explanation.js';
import { Asked, bodyOf, shownOf, type FieldOf } from './field.js';
import { useUiWords } from './words.js';

interface Props<B extends object> {
  readonly name: string;
  readonly fields?: readonly FieldOf<keyof B & string>[];
  /** What it will do, said before it is done. */
  readonly note?: ReactNode;
  /** What the fields hold at first, as the command takes it. */
  readonly initial?: Partial<B>;
  readonly send: (body: B) => Promise<unknown>;
  readonly type?: ButtonProps['type'];
  readonly size?: ButtonProps['size'];
  readonly danger?: boolean;
  readonly disabled?: boolean;
}

/** Something that can be done to what a page shows: a button, and a dialogue that asks for what it takes. What is refused stays open, with what was typed and why. */
export function Act<B extends object>({ name, fields = [], note, initial = {}, send, type = 'default', size = 'middle', danger = false, disabled = false }: Props<B>) {
  const ui = useUiWords();
  const [open, setOpen] = useState(false);
  const [doing, setDoing] = useState(false);
  const [refused, setRefused] = useState<Problem | null>(null);
  const close = () => {
    setOpen(false);
    setRefused(null);
  };
  const act = async (values: Readonly<Record<string, unknown>>) => {
    setDoing(true);
    try {
      await send(bodyOf(fields, values) as B);
      close();
    } catch (error) {
      setRefused(isProblem(error) ? error : null);
    } finally {
      setDoing(false);
    }
  };
  return (
    <>
      <Button type={type} size={size} danger={danger} disabled={disabled} onClick={() => setOpen(true)}>
        {name}
      </Button>
      <Modal open={open} title={name} onCancel={close} footer={null} destroyOnHidden closable={{ 'aria-label': ui('close') }}>
        <Form layout="vertical" onFinish={(values: Readonly<Record<string, unknown>>) => void act(values)} initialValues={shownOf(fields, initial as Readonly<Record<string, unknown>>)} scrollToFirstError>
          <div className="stack">
            {note !== undefined && <div className="soft">{note}</div>}
            {fields.length > 0 && (
              <div>
                {fields.map((field) => (
                  <Asked key={field.key} of={field} />
                ))}
              </div>
            )}
            {refused?.explanation !== undefined && <Explanation of={refused.explanation} />}
            <div className="row">
              <Button type="primary" danger={danger} htmlType="submit" loading={doing}>
                {name}
              </Button>
              <Button onClick={close}>{ui('cancel')}</Button>
            </div>
          </div>
        </Form>
      </Modal>
    </>
  );
}
