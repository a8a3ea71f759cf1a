// The rarer acts on an article: its versions, looking again, putting away and taking out, printing.
import { useState } from 'react';
import { knowledgeApi, type Article } from '../../contract/knowledge.ts';
import { keyOf, queries, useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { Form, FormActs } from '../ui/form.tsx';
import { Menu, MenuAct } from '../ui/menu.tsx';
import { toast } from '../ui/toast.tsx';
import { monthsAhead } from './days.ts';

const keep = (saved: Article) =>
  queries.setQueryData(keyOf(knowledgeApi.getArticle, { params: { id: saved.id } }), saved);

export function ArticleActs({ article }: { article: Article }) {
  const { t } = useWords();
  const [open, setOpen] = useState<'check' | 'archive' | null>(null);
  const restore = useWrite(knowledgeApi.restoreArticle, { onDone: keep });
  const may = (act: Article['can'][number]) => article.can.includes(act);
  const member = may('save') || may('restore');
  const close = () => setOpen(null);
  return (
    <>
      <Menu label={t('knowledge.more')} dots>
        {may('check') && <MenuAct onAct={() => setOpen('check')}>{t('knowledge.check')}</MenuAct>}
        {member && <MenuAct href={`/knowledge/${article.id}/versions`}>{t('knowledge.versions')}</MenuAct>}
        {may('restore') && (
          <MenuAct onAct={() => void restore.send({ params: { id: article.id }, body: {} })}>
            {t('knowledge.restore')}
          </MenuAct>
        )}
        <MenuAct onAct={() => window.print()}>{t('knowledge.print')}</MenuAct>
        {may('archive') && (
          <MenuAct danger onAct={() => setOpen('archive')}>
            {t('knowledge.archive')}
          </MenuAct>
        )}
      </Menu>
      {open === 'check' && <Check article={article} onClose={close} />}
      {open === 'archive' && <Archive article={article} onClose={close} />}
    </>
  );
}

type Window_ = { article: Article; onClose: () => void };

function Check({ article, onClose }: Window_) {
  const { t } = useWords();
  const [day, setDay] = useState(() => monthsAhead(new Date(), 6));
  const write = useWrite(knowledgeApi.checkArticle, {
    stale: [knowledgeApi.getKnowledge],
    onDone: (saved) => {
      keep(saved);
      toast(t('knowledge.check.done'));
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={t('knowledge.check')} sub={t('knowledge.check.sub')}>
      <Form
        problem={write.problem}
        onSubmit={() =>
          void write.send({ params: { id: article.id }, body: { checkBy: day || null }, ifMatch: article.version })
        }
      >
        <TextField
          type="date"
          label={t('knowledge.checkBy.label')}
          name="checkBy"
          optional
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
        <FormActs>
          <Button weight="main" type="submit" pending={write.isPending}>
            {t('knowledge.check.act')}
          </Button>
        </FormActs>
      </Form>
    </Dialog>
  );
}

function Archive({ article, onClose }: Window_) {
  const { t } = useWords();
  const write = useWrite(knowledgeApi.archiveArticle, {
    stale: [knowledgeApi.getKnowledge, knowledgeApi.listArticles],
    onDone: (saved) => {
      keep(saved);
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={t('knowledge.archive.title')} sub={t('knowledge.archive.sub')}>
      <Form problem={write.problem} onSubmit={() => void write.send({ params: { id: article.id }, body: {} })}>
        <FormActs>
          <Button weight="danger" type="submit" pending={write.isPending}>
            {t('knowledge.archive')}
          </Button>
          <Button weight="quiet" onClick={onClose}>
            {t('knowledge.cancel')}
          </Button>
        </FormActs>
      </Form>
    </Dialog>
  );
}
