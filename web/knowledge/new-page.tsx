// Beginning an article: `?team=` says whose; with one team of one's own there is nothing to choose.
import { useState } from 'react';
import { knowledgeApi } from '../../contract/knowledge.ts';
import { useFiles } from '../attachments/attachments.tsx';
import { useGo, useSearchParam } from '../platform/address.ts';
import { useWrite } from '../platform/query.ts';
import { useMe } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Select } from '../ui/field.tsx';
import { Page } from '../ui/page.tsx';
import { NotAllowed } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';
import { Editor, type Publishing } from './editor.tsx';
import { shownIn } from './marking.ts';
import { useWriting } from './use-writing.ts';

export default function NewPage() {
  const me = useMe();
  return me.teams.length > 0 ? <Beginning /> : <NotAllowed />;
}

function Beginning() {
  const { t, language } = useWords();
  const me = useMe();
  const go = useGo();
  const [asked] = useSearchParam('team');
  const [team, setTeam] = useState(me.teams.some(({ id }) => id === asked) ? asked : (me.teams[0]?.id ?? ''));
  const empty = { title: '', body: '', language, reading: 'everyone' as const, checkBy: '', services: [] };
  const writing = useWriting('article.new', empty, 0);
  const files = useFiles('article.new');
  const write = useWrite(knowledgeApi.createArticle, { stale: [knowledgeApi.getKnowledge, knowledgeApi.listArticles] });
  const save = async ({ state }: Publishing) => {
    const { checkBy, services, ...fields } = writing.fields;
    const along = { attachments: shownIn(fields.body, files.ids), services: services.map(({ id }) => id) };
    const made = await write.send({ body: { team, ...fields, ...along, state, checkBy: checkBy || null } });
    if (!made) return;
    writing.forget();
    files.clear();
    toast(t(state === 'published' ? 'knowledge.published' : 'knowledge.kept'));
    go(`/knowledge/${made.id}`);
  };
  return (
    <Page title={t('knowledge.new.title')} sub={t('knowledge.new.sub')}>
      <Editor
        writing={writing}
        files={files}
        problem={write.problem}
        pending={write.isPending}
        live={false}
        staysInTeam={false}
        onSave={(how) => void save(how)}
        team={
          me.teams.length > 1 && (
            <Select
              label={t('knowledge.edit.keeper')}
              name="team"
              value={team}
              onChange={(event) => setTeam(event.target.value)}
            >
              {me.teams.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )
        }
        cancel={
          <LinkButton to="/knowledge" weight="quiet">
            {t('knowledge.cancel')}
          </LinkButton>
        }
      />
    </Page>
  );
}
