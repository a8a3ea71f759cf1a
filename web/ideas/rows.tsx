// Ideas in a list: what, whose, for whom, who promised it, and who would use it.
import type { IdeaRow } from '../../contract/ideas.ts';
import { useNow } from '../platform/now.ts';
import { whenInWords } from '../platform/time.ts';
import { useWords, type Speech } from '../platform/words.tsx';
import { Row, RowList } from '../ui/row.tsx';
import { Tag } from '../ui/tag.tsx';

/** `states` says where each one stands, for lists where that is not said already. */
export function IdeaRows({ ideas, label, states }: { ideas: readonly IdeaRow[]; label: string; states?: boolean }) {
  return (
    <RowList label={label}>
      {ideas.map((idea) => (
        <IdeaLine key={idea.id} idea={idea} state={states ?? false} />
      ))}
    </RowList>
  );
}

function IdeaLine({ idea, state }: { idea: IdeaRow; state: boolean }) {
  const { t, ...words } = useWords();
  const now = useNow();
  const facts = [
    t('ideas.by', { name: idea.author.name }),
    idea.team ? t('ideas.to.team', { team: idea.team.name }) : t('ideas.to.company'),
    ...(idea.supporters > 0 ? [t('ideas.supporters', { count: idea.supporters })] : []),
    ...(idea.promiser && idea.due
      ? [
          t('ideas.promisedBy', {
            name: idea.promiser.name,
            due: whenInWords(new Date(idea.due), now, { t, ...words }),
          }),
        ]
      : []),
  ];
  return (
    <Row
      to={`/ideas/${idea.id}`}
      title={<span dir="auto">{idea.title}</span>}
      sub={
        <>
          {state && <Tag kind={idea.state === 'done' ? 'kept' : 'plain'}>{stateInWords(idea, t)}</Tag>}
          {idea.overtime && <Tag kind="risk">{t('ideas.overtime')}</Tag>}
          {idea.sight === 'team' && idea.team && <Tag>{t('ideas.only', { team: idea.team.name })}</Tag>}
          <span>{facts.join(' · ')}</span>
        </>
      }
    />
  );
}

/** Where an idea stands, in a word or two. */
export function stateInWords({ state, answered }: Pick<IdeaRow, 'state' | 'answered'>, t: Speech['t']): string {
  if (state === 'done') return t('ideas.answered.done');
  if (state === 'withdrawn') return t('ideas.withdrawn');
  if (state === 'declined') return t(answered === 'notNow' ? 'ideas.answered.notNow' : 'ideas.answered.no');
  return t(`ideas.rung.${state}`);
}
