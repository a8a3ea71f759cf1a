// The replies of a team: written once by its members, changed and removed by any of them.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { deskApi, variables, type Template } from '../../contract/desk.ts';
import { useParam } from '../platform/address.ts';
import { invalidate, read, useWrite } from '../platform/query.ts';
import { useMe } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { Page } from '../ui/page.tsx';
import { Row, RowList } from '../ui/row.tsx';
import { EmptyState, Loaded, NotFound } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';

type Open = { reply: Template | null } | null;

export default function RepliesPage() {
  const { t } = useWords();
  const team = useParam('id');
  const name = useMe().teams.find(({ id }) => id === team)?.name;
  const replies = useQuery({ ...read(deskApi.listTemplates, { query: { team } }), enabled: name !== undefined });
  const [open, setOpen] = useState<Open>(null);
  if (name === undefined) return <NotFound />;
  return (
    <Page
      narrow
      title={t('desk.replies.title', { team: name })}
      sub={t('desk.replies.sub')}
      acts={
        <>
          <Button weight="main" onClick={() => setOpen({ reply: null })}>
            {t('desk.replies.new')}
          </Button>
          <LinkButton to={`/teams/${team}/queue`}>{t('desk.toQueue')}</LinkButton>
        </>
      }
    >
      <Loaded query={replies}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon="requests" title={t('desk.replies.empty')}>
              {t('desk.replies.emptyWords')}
            </EmptyState>
          ) : (
            <RowList label={t('desk.replies')}>
              {items.map((reply) => (
                <Row
                  key={reply.id}
                  title={reply.name}
                  sub={<span>{reply.body}</span>}
                  acts={<Button onClick={() => setOpen({ reply })}>{t('desk.change')}</Button>}
                />
              ))}
            </RowList>
          )
        }
      </Loaded>
      {open && <Editor key={open.reply?.id ?? ''} team={team} reply={open.reply} onClose={() => setOpen(null)} />}
    </Page>
  );
}

function Editor({ team, reply, onClose }: { team: string; reply: Template | null; onClose: () => void }) {
  const { t } = useWords();
  const [name, setName] = useState(reply?.name ?? '');
  const [body, setBody] = useState(reply?.body ?? '');
  const done = {
    stale: [deskApi.listTemplates],
    onDone: () => {
      toast(t('desk.saved'));
      onClose();
    },
  };
  const create = useWrite(deskApi.createTemplate, done);
  const update = useWrite(deskApi.updateTemplate, done);
  const remove = useWrite(deskApi.removeTemplate, done);
  const submit = async () => {
    const sent = reply
      ? await update.send({ params: { id: reply.id }, body: { name, body }, ifMatch: reply.version })
      : await create.send({ body: { team, name, body } });
    if (!sent) await invalidate(deskApi.listTemplates);
  };
  return (
    <Dialog open onClose={onClose} title={t(reply ? 'desk.replies.edit' : 'desk.replies.new')}>
      <Form problem={create.problem ?? update.problem ?? remove.problem} onSubmit={() => void submit()}>
        <TextField
          label={t('desk.name')}
          name="name"
          value={name}
          onChange={(event) => setName(event.target.value)}
          autoFocus
        />
        <TextArea
          label={t('desk.body')}
          description={t('desk.bodyHelp', { list: variables.map((one) => `{${one}}`).join(' ') })}
          name="body"
          limit={4000}
          rows={6}
          value={body}
          onChange={(event) => setBody(event.target.value)}
        />
        <FormActs>
          <Button weight="main" type="submit" pending={create.isPending || update.isPending}>
            {t('desk.save')}
          </Button>
          {reply && (
            <Button
              weight="quiet"
              pending={remove.isPending}
              onClick={() => void remove.send({ params: { id: reply.id } })}
            >
              {t('desk.remove')}
            </Button>
          )}
        </FormActs>
      </Form>
    </Dialog>
  );
}
