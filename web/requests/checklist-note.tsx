// The checklist beside a request: everybody here sees it, those who serve tick off, add, reword, reorder and remove.
import { useState } from 'react';
import { checklistApi } from '../../contract/request-checklist.ts';
import type { ChecklistItem } from '../../contract/request-parts.ts';
import type { Request } from '../../contract/requests.ts';
import { useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { Icon } from '../ui/icons.tsx';
import { Menu, MenuAct } from '../ui/menu.tsx';
import { Note } from '../ui/page.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { settle } from './fresh.ts';
import { firstName } from './names.ts';
import css from './checklist.module.css';

export function ChecklistNote({ request }: { request: Request }) {
  const { t } = useWords();
  const [adding, setAdding] = useState(false);
  const may = request.can.includes('checklist');
  if (request.items.length === 0 && !may) return null;
  return (
    <Note title={t('requests.checklist.title')}>
      {request.checklist && <p className={css.progress}>{t('requests.checklist.progress', request.checklist)}</p>}
      <ul className={css.items}>
        {request.items.map((item, index) => (
          <Item key={item.id} request={request} item={item} index={index} may={may} />
        ))}
      </ul>
      {may && adding && <Adding request={request} onClose={() => setAdding(false)} />}
      {may && !adding && (
        <Button weight="quiet" onClick={() => setAdding(true)}>
          <Icon name="plus" /> {t('requests.checklist.add')}
        </Button>
      )}
    </Note>
  );
}

type Of = { request: Request; item: ChecklistItem };

function Item({ request, item, index, may }: Of & { index: number; may: boolean }) {
  const [renaming, setRenaming] = useState(false);
  const change = useWrite(checklistApi.changeChecklistItem);
  const done = item.doneAt !== null;
  const tick = async () => {
    const now = await change.send({ params: { id: request.id, item: item.id }, body: { done: !done } });
    if (now) settle(now);
  };
  if (renaming) return <Renaming request={request} item={item} onClose={() => setRenaming(false)} />;
  return (
    <li className={css.item}>
      <label className={css.tick}>
        <input type="checkbox" checked={done} disabled={!may || change.isPending} onChange={() => void tick()} />
        <span className={done ? css.done : undefined} dir="auto">
          {item.words}
          {item.doneBy && item.doneAt && (
            <small>
              {firstName(item.doneBy)}, <RelativeTime at={item.doneAt} show="when" inside />
            </small>
          )}
        </span>
      </label>
      {may && <ItemActs request={request} item={item} index={index} onRename={() => setRenaming(true)} />}
    </li>
  );
}

function ItemActs({ request, item, index, onRename }: Of & { index: number; onRename: () => void }) {
  const { t } = useWords();
  const remove = useWrite(checklistApi.removeChecklistItem);
  const order = useWrite(checklistApi.orderChecklist);
  const ids = request.items.map(({ id }) => id);
  const take = async () => {
    const now = await remove.send({ params: { id: request.id, item: item.id } });
    if (now) settle(now);
  };
  const moveTo = async (place: number) => {
    const now = await order.send({
      params: { id: request.id },
      body: { items: ids.filter((id) => id !== item.id).toSpliced(place, 0, item.id) },
    });
    if (now) settle(now);
  };
  return (
    <Menu label={t('requests.checklist.more', { words: item.words })} dots>
      <MenuAct onAct={onRename}>{t('requests.checklist.rename')}</MenuAct>
      {index > 0 && <MenuAct onAct={() => void moveTo(index - 1)}>{t('requests.checklist.up')}</MenuAct>}
      {index < ids.length - 1 && <MenuAct onAct={() => void moveTo(index + 1)}>{t('requests.checklist.down')}</MenuAct>}
      <MenuAct danger onAct={() => void take()}>
        {t('requests.checklist.remove')}
      </MenuAct>
    </Menu>
  );
}

function Renaming({ request, item, onClose }: Of & { onClose: () => void }) {
  const [words, setWords] = useState(item.words);
  const change = useWrite(checklistApi.changeChecklistItem);
  const send = async () => {
    const now = await change.send({ params: { id: request.id, item: item.id }, body: { words } });
    if (!now) return;
    settle(now);
    onClose();
  };
  return (
    <li>
      <Line words={words} onWords={setWords} write={change} onSend={() => void send()} onClose={onClose} />
    </li>
  );
}

function Adding({ request, onClose }: { request: Request; onClose: () => void }) {
  const [words, setWords] = useState('');
  const add = useWrite(checklistApi.addChecklistItem);
  const send = async () => {
    const now = await add.send({ params: { id: request.id }, body: { words } });
    if (!now) return;
    settle(now);
    setWords('');
  };
  return <Line words={words} onWords={setWords} write={add} onSend={() => void send()} onClose={onClose} />;
}

/** One line of words, and whether to keep it. */
function Line(props: {
  words: string;
  onWords: (words: string) => void;
  write: Pick<ReturnType<typeof useWrite>, 'problem' | 'isPending'>;
  onSend: () => void;
  onClose: () => void;
}) {
  const { t } = useWords();
  return (
    <Form problem={props.write.problem} onSubmit={props.onSend}>
      <TextField
        label={t('requests.checklist.words')}
        name="words"
        limit={200}
        autoFocus
        value={props.words}
        onChange={(event) => props.onWords(event.target.value)}
      />
      <FormActs>
        <Button type="submit" weight="soft" pending={props.write.isPending}>
          {t('requests.checklist.save')}
        </Button>
        <Button weight="quiet" onClick={props.onClose}>
          {t('requests.send.not')}
        </Button>
      </FormActs>
    </Form>
  );
}
