// With an answer in a conversation: from it to the draft of an article in one act, for the team that gave it.
import { knowledgeApi } from '../../contract/knowledge.ts';
import { useGo } from '../platform/address.ts';
import type { Slots } from '../platform/capability.ts';
import { useWrite } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { ProblemNote } from '../ui/form.tsx';
import css from './knowledge.module.css';

export default function MakeArticle({ request, entry }: Slots['entry']) {
  const { t } = useWords();
  const go = useGo();
  const write = useWrite(knowledgeApi.makeArticleFromMessage, {
    onDone: (made) => go(`/knowledge/${made.id}/edit`),
  });
  const needs = [request.requester.id, request.askedBy?.id];
  // Whoever may write to the team alone is of the team, and what the other side said is no answer.
  if (!request.can.includes('note') || !entry.by || needs.includes(entry.by.id)) return null;
  return (
    <div className={css.make}>
      <Button
        weight="quiet"
        pending={write.isPending}
        onClick={() => void write.send({ params: { id: request.id }, body: { entry: entry.id } })}
      >
        {t('knowledge.make')}
      </Button>
      {write.problem && <ProblemNote problem={write.problem} />}
    </div>
  );
}
