// What of an article is out of the ordinary: a draft, put away, or the team's own.
import type { ArticleRow } from '../../contract/knowledge.ts';
import { useWords } from '../platform/words.tsx';
import { Tag } from '../ui/tag.tsx';

export function Marks({ article }: { article: Pick<ArticleRow, 'state' | 'reading' | 'team'> }) {
  const { t } = useWords();
  return (
    <>
      {article.state !== 'published' && (
        <Tag kind={article.state === 'draft' ? 'risk' : 'plain'}>{t(`knowledge.state.${article.state}`)}</Tag>
      )}
      {article.reading === 'team' && <Tag>{t('knowledge.only', { team: article.team.name })}</Tag>}
    </>
  );
}
