// Services, people, teams, articles and ideas that a search found, as sections of rows with the searched words marked. Requests: found-requests.tsx.
import type { Findings } from '../../contract/finding.ts';
import { useWords } from '../platform/words.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Face } from '../ui/face.tsx';
import { Icon } from '../ui/icons.tsx';
import { plainOf } from '../ui/markdown-html.ts';
import { Section } from '../ui/page.tsx';
import { Row, RowList } from '../ui/row.tsx';
import { Marked } from '../ui/marked.tsx';
import { around } from '../ui/match.ts';
import css from './search.module.css';

type Sought = { sought: readonly string[] };

export function FoundServices({ services, sought }: { services: Findings['services'] } & Sought) {
  const { t } = useWords();
  return (
    <Section title={t('finding.group.services')}>
      <RowList>
        {services.map((service) => (
          <Row
            key={service.id}
            narrow
            time={<Icon name="hand" large />}
            to={`/services/${service.id}`}
            title={<Marked text={service.name} sought={sought} />}
            sub={
              <>
                <span>{service.team.name}</span>
                <Marked text={around(plainOf(service.description), sought, 120)} sought={sought} />
              </>
            }
            acts={
              <LinkButton to="/ask" search={{ service: service.id } as never} weight="soft">
                {t('finding.service.ask')}
              </LinkButton>
            }
          />
        ))}
      </RowList>
    </Section>
  );
}

export function FoundPeople({ people, sought }: { people: Findings['people'] } & Sought) {
  const { t } = useWords();
  return (
    <Section title={t('finding.group.people')}>
      <RowList>
        {people.map((person) => (
          <Row
            key={person.id}
            narrow
            time={<Face of={person} />}
            to={`/people/${person.id}`}
            title={<Marked text={person.name} sought={sought} />}
            sub={
              <Marked
                text={[person.teams.join(', '), person.does, person.place].filter(Boolean).join(' · ')}
                sought={sought}
              />
            }
          />
        ))}
      </RowList>
    </Section>
  );
}

export function FoundTeams({ teams, sought }: { teams: Findings['teams'] } & Sought) {
  const { t } = useWords();
  return (
    <Section title={t('finding.group.teams')}>
      <RowList>
        {teams.map((team) => (
          <Row
            key={team.id}
            narrow
            time={<Face of={team} square />}
            to={`/teams/${team.id}`}
            title={<Marked text={team.name} sought={sought} />}
            sub={team.does && <Marked text={team.does} sought={sought} />}
          />
        ))}
      </RowList>
    </Section>
  );
}

export function FoundArticles({ articles, sought }: { articles: Findings['articles'] } & Sought) {
  const { t } = useWords();
  return (
    <Section title={t('finding.group.articles')}>
      <RowList>
        {articles.map((article) => (
          <Row
            key={article.id}
            narrow
            time={<Icon name="book" large />}
            to={`/knowledge/${article.id}`}
            title={<Marked text={article.title} sought={sought} />}
            sub={
              <>
                <span>{article.team.name}</span>
                <q className={css.excerpt}>
                  <Marked text={article.excerpt} sought={sought} />
                </q>
              </>
            }
          />
        ))}
      </RowList>
    </Section>
  );
}

export function FoundIdeas({ ideas, sought }: { ideas: Findings['ideas'] } & Sought) {
  const { t } = useWords();
  return (
    <Section title={t('ideas.title')}>
      <RowList>
        {ideas.map((idea) => (
          <Row
            key={idea.id}
            narrow
            time={<Icon name="idea" large />}
            to={`/ideas/${idea.id}`}
            title={<Marked text={idea.title} sought={sought} />}
            sub={<span>{[idea.author.name, ...(idea.team ? [idea.team.name] : [])].join(' · ')}</span>}
          />
        ))}
      </RowList>
    </Section>
  );
}
