// The gallery's dialogs, menus, toasts and keys.
import { useEffect, useState } from 'react';
import { hearKeys, useShortcut } from '../../platform/shortcuts.ts';
import { Button } from '../button.tsx';
import { Combobox, type Findable } from '../combobox.tsx';
import { Dialog } from '../dialog.tsx';
import { TextArea } from '../field.tsx';
import { Form, FormActs } from '../form.tsx';
import { Menu, MenuAct, MenuChoice } from '../menu.tsx';
import ShortcutsSheet from '../shortcuts-sheet.tsx';
import { toast } from '../toast.tsx';
import { findColleague } from './fields.tsx';
import css from './gallery.module.css';

export function Overlays() {
  const [open, setOpen] = useState(false);
  const [keys, setKeys] = useState(false);
  const [order, setOrder] = useState<'due' | 'age'>('due');
  const [who, setWho] = useState<Findable | null>(null);
  useShortcut('?', 'Show these keys', () => setKeys(true));
  useShortcut('j', 'Next row', () => toast('Next row', { kind: 'plain' }));
  useEffect(hearKeys, []);
  return (
    <div className={css.line}>
      <Button onClick={() => setOpen(true)}>Open a dialog</Button>
      <Button onClick={() => toast('Sent. Mika sees it now.')}>Toast</Button>
      <Button
        onClick={() =>
          toast('This did not work.', { kind: 'bad', act: { label: 'Again', onAct: () => toast('Again.') } })
        }
      >
        Bad toast
      </Button>
      <Button onClick={() => setKeys(true)}>Keys</Button>
      <Menu label="More" dots placement="bottom start">
        <MenuAct icon="hand" onAct={() => toast('Handed over')}>
          Hand over
        </MenuAct>
        <MenuChoice
          label="Order"
          value={order}
          options={[
            { value: 'due', label: 'By time' },
            { value: 'age', label: 'By age' },
          ]}
          onChoose={setOrder}
        />
        <MenuAct icon="cross" danger onAct={() => toast('Withdrawn')}>
          Withdraw
        </MenuAct>
      </Menu>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Hand over with context"
        sub="Mika will see why, and where it goes."
      >
        <Form onSubmit={() => setOpen(false)}>
          <Combobox label="To whom?" of="gallery" search={findColleague} value={who} onChoose={setWho} />
          <TextArea label="Why" name="why" />
          <FormActs>
            <Button weight="main" type="submit">
              Hand over
            </Button>
            <Button weight="quiet" onClick={() => setOpen(false)}>
              Keep it
            </Button>
          </FormActs>
        </Form>
      </Dialog>
      {keys && (
        <ShortcutsSheet onClose={() => setKeys(false)} always={[{ keys: 'Ctrl K', description: 'Find anything' }]} />
      )}
    </div>
  );
}
