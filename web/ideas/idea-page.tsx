// One idea: why, who would use it, what is said about it; and beside it where it stands and what may be done next.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ideasApi, type Idea } from '../../contract/ideas.ts';
import { useParam } from '../platform/address.ts';
import { read, useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Face } from '../ui/face.tsx';
import { ProblemNote } from '../ui/form.tsx';
import { Icon } from '../ui/icons.tsx';
import { Markdown } from '../ui/markdown.tsx';
import { Page } from '../ui/page.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Loaded } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { Discussion } from './discussion.tsx';
import { keep } from './fresh.ts';
import { StandingCard } from './standing-card.tsx';
import css from './ideas.module.css';

export default function IdeaPage() {
  const id = useParam('id');
  const idea = useQuery(read(ideasApi.getIdea, { params: { id } }));
  return (
    <Loaded query={idea} page rows={6}>
      {(found) => <Whole key={found.id} idea={found} />}
    </Loaded>
  );
}

function Whole({ idea }: { idea: Idea }) {
  const { t } = useWords();
  return (
    <Page
      title={idea.title}
      heading={<span dir="auto">{idea.title}</span>}
      above={<Above idea={idea} />}
      aside={<StandingCard idea={idea} />}
      asideFirst
    >
      {idea.why && (
        <div className={css.why}>
          <Markdown>{idea.why}</Markdown>
        </div>
      )}
      {idea.sight === 'team' && idea.team && (
        <p className={css.only}>
          <Icon name="lock" /> {t('ideas.only', { team: idea.team.name })}
        </p>
      )}
      <Support idea={idea} />
      <Discussion idea={idea} />
    </Page>
  );
}

function Above({ idea }: { idea: Idea }) {
  const { t } = useWords();
  return (
    <span className={css.above}>
      <Link to="/ideas">{t('ideas.title')}</Link>
      <span aria-hidden="true">·</span>
      <span>{t('ideas.by', { name: idea.author.name })}</span>
      <span aria-hidden="true">·</span>
      {idea.team ? (
        <Link to={`/teams/${idea.team.id}`}>{t('ideas.to.team', { team: idea.team.name })}</Link>
      ) : (
        <span>{t('ideas.to.company')}</span>
      )}
      <span aria-hidden="true">·</span>
      <RelativeTime at={idea.createdAt} show="when" inside />
      {idea.overtime && <Tag kind="risk">{t('ideas.overtime')}</Tag>}
    </span>
  );
}

const faces = 6;

/** Who would use it, by name; nobody is counted up against anybody. */
function Support({ idea }: { idea: Idea }) {
  const { t, list } = useWords();
  const write = useWrite(ideasApi.supportIdea, { onDone: keep });
  const may = idea.can.includes('support');
  const named = idea.supportedBy.slice(0, faces);
  const more = idea.supporters - named.length;
  if (!may && named.length === 0) return null;
  const names = [...named.map(({ name }) => name), ...(more > 0 ? [t('ideas.support.more', { count: more })] : [])];
  return (
    <div className={css.support}>
      {may && (
        <Button
          aria-pressed={idea.supported}
          pending={write.isPending}
          onClick={() => void write.send({ params: { id: idea.id }, body: { supports: !idea.supported } })}
        >
          {idea.supported && <Icon name="check" />}
          {t('ideas.support')}
        </Button>
      )}
      {named.length > 0 && (
        <p>
          <span className={css.faces} aria-hidden="true">
            {named.map((person) => (
              <Face key={person.id} of={person} size="small" />
            ))}
          </span>
          {t('ideas.support.names', { names: list(names) })}
        </p>
      )}
      {write.problem && <ProblemNote problem={write.problem} />}
    </div>
  );
}
