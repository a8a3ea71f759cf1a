// Whether it helped: asked once of each reader, told as a count and never of whom.
import type { Article } from '../../contract/knowledge.ts';
import { knowledgeApi } from '../../contract/knowledge.ts';
import { keyOf, queries, useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { ProblemNote } from '../ui/form.tsx';
import { Icon } from '../ui/icons.tsx';
import css from './article.module.css';

export function Helped({ article }: { article: Article }) {
  const { t } = useWords();
  const write = useWrite(knowledgeApi.sayHelped, {
    onDone: (saved) => queries.setQueryData(keyOf(knowledgeApi.getArticle, { params: { id: saved.id } }), saved),
  });
  const say = (helped: boolean) => void write.send({ params: { id: article.id }, body: { helped } });
  const said = article.saidHelped;
  return (
    <section className={css.helped} aria-label={t('knowledge.helped.question')}>
      <div className={css.question}>
        <h2>{t('knowledge.helped.question')}</h2>
        <div className={css.answers}>
          <Button aria-pressed={said === true} weight={said === true ? 'main' : 'soft'} onClick={() => say(true)}>
            {said === true && <Icon name="check" />} {t('knowledge.helped.yes')}
          </Button>
          <Button aria-pressed={said === false} onClick={() => say(false)}>
            {said === false && <Icon name="check" />} {t('knowledge.helped.no')}
          </Button>
        </div>
      </div>
      <p role="status">
        {article.helped > 0 ? t('knowledge.helped.count', { count: article.helped }) : t('knowledge.helped.none')}
        {article.spared > 0 && ` ${t('knowledge.spared.count', { count: article.spared })}`}
      </p>
      {said === false && (
        <p>
          <LinkButton to="/ask" search={{ team: article.team.id, title: article.title } as never}>
            {t('knowledge.askTeam', { team: article.team.name })}
          </LinkButton>
        </p>
      )}
      {write.problem && <ProblemNote problem={write.problem} />}
    </section>
  );
}
