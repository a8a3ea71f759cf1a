// Writing on an article that is there, for its team.
import { useQuery } from '@tanstack/react-query';
import { knowledgeApi, type Article } from '../../contract/knowledge.ts';
import { useFiles } from '../attachments/attachments.tsx';
import { useGo, useParam } from '../platform/address.ts';
import { invalidate, keyOf, queries, read, useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { Loaded, NotAllowed } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';
import { Editor, type Publishing } from './editor.tsx';
import { shownIn } from './marking.ts';
import { useWriting, type Fields } from './use-writing.ts';

export default function EditPage() {
  const id = useParam('id');
  const article = useQuery(read(knowledgeApi.getArticle, { params: { id } }));
  return (
    <Loaded query={article} page rows={5}>
      {(found) => (found.can.includes('save') ? <Editing key={found.id} article={found} /> : <NotAllowed />)}
    </Loaded>
  );
}

const fieldsOf = ({ title, body, language, reading, checkBy, services }: Article): Fields => ({
  title,
  body,
  language,
  reading,
  checkBy: checkBy ?? '',
  services,
});

function Editing({ article }: { article: Article }) {
  const { t } = useWords();
  const go = useGo();
  const writing = useWriting(`article.${article.id}`, fieldsOf(article), article.version);
  const files = useFiles(`article.${article.id}`);
  const write = useWrite(knowledgeApi.saveArticle, {
    stale: [knowledgeApi.getKnowledge, knowledgeApi.listArticles, knowledgeApi.listArticleVersions],
  });
  const save = async ({ state, note }: Publishing) => {
    const { checkBy, services, ...fields } = writing.fields;
    const along = { attachments: shownIn(fields.body, files.ids), services: services.map(({ id }) => id) };
    const body = { ...fields, ...along, state, note, checkBy: checkBy || null };
    const saved = await write.send({ params: { id: article.id }, body, ifMatch: writing.version });
    if (!saved) return void invalidate(knowledgeApi.getArticle);
    writing.forget();
    files.clear();
    queries.setQueryData(keyOf(knowledgeApi.getArticle, { params: { id: saved.id } }), saved);
    toast(t(state === 'published' ? 'knowledge.published' : 'knowledge.kept'));
    go(`/knowledge/${saved.id}`);
  };
  return (
    <Page
      title={t('knowledge.edit.page')}
      above={article.team.name}
      {...(article.origin && article.state === 'draft' ? { sub: t('knowledge.edit.fromAnswer') } : {})}
    >
      <Editor
        writing={writing}
        files={files}
        problem={write.problem}
        pending={write.isPending}
        live={article.state === 'published'}
        staysInTeam={article.staysInTeam}
        team={null}
        onSave={(how) => void save(how)}
        cancel={
          <LinkButton to={`/knowledge/${article.id}`} weight="quiet">
            {t('knowledge.cancel')}
          </LinkButton>
        }
      />
    </Page>
  );
}
