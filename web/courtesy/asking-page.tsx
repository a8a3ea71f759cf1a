// How I ask: hints first, then what colleagues said, mixed and coarse, then one's own history. Nobody else has this page.
import { useQuery } from '@tanstack/react-query';
import {
  askingQuestions,
  courtesyApi,
  fewestAnswers,
  type AskingHint,
  type MyAsking,
} from '../../contract/courtesy.ts';
import { read } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Note, Page, Section } from '../ui/page.tsx';
import { EmptyState, Loaded } from '../ui/states.tsx';
import css from './courtesy.module.css';

export default function AskingPage() {
  const asking = useQuery(read(courtesyApi.getMyAsking, {}));
  return (
    <Loaded query={asking} page>
      {(found) => <Shown asking={found} />}
    </Loaded>
  );
}

function Shown({ asking }: { asking: MyAsking }) {
  const { t } = useWords();
  const { hides, hints, said, thanked, inTime } = asking;
  const nothing = hints.length + said.length === 0 && !thanked && !inTime;
  return (
    <Page
      title={t('courtesy.menu')}
      sub={t('courtesy.mine.sub')}
      aside={
        <Note title={t('courtesy.how.title')}>
          <p>{t('courtesy.how.colleagues', { ...fewestAnswers })}</p>
          <p>{t('courtesy.how.coarse')}</p>
          <p>{t('courtesy.how.hints', { ...fewestAnswers })}</p>
          <p>{t('courtesy.how.own')}</p>
        </Note>
      }
    >
      {hides ? (
        <EmptyState title={t('courtesy.mine.off')} icon="thanks">
          {t('courtesy.mine.offWords')}
        </EmptyState>
      ) : nothing ? (
        <EmptyState
          title={t('courtesy.mine.none')}
          icon="thanks"
          acts={<LinkButton to="/ask">{t('courtesy.mine.ask')}</LinkButton>}
        >
          {t('courtesy.mine.noneWords', { ...fewestAnswers })}
        </EmptyState>
      ) : (
        <Told asking={asking} />
      )}
    </Page>
  );
}

function Told({ asking: { hints, said, thanked, inTime } }: { asking: MyAsking }) {
  const { t, list } = useWords();
  const of = (how: MyAsking['said'][number]['how']) =>
    askingQuestions
      .filter((question) => said.some((one) => one.question === question && one.how === how))
      .map((question) => t(`courtesy.mine.word.${question}`));
  const good = of('mostly');
  return (
    <>
      {said.length > 0 && (
        <p className={css.lead}>
          {good.length > 0 ? t('courtesy.mine.good', { words: list(good) }) : t('courtesy.mine.mixed')}
        </p>
      )}
      {hints.length > 0 && (
        <Section title={t('courtesy.mine.hints')}>
          <ul className={css.sentences}>
            {hints.map((hint) => (
              <Hint key={JSON.stringify(hint)} hint={hint} />
            ))}
          </ul>
        </Section>
      )}
      {said.length > 0 && (
        <Section title={t('courtesy.mine.said')}>
          <ul className={css.sentences}>
            {askingQuestions.flatMap((question) => {
              const found = said.find((one) => one.question === question);
              return found ? (
                <li key={question}>
                  {t(`courtesy.mine.${question}`, { how: found.how })}
                  <small>{t('courtesy.mine.answers', { count: found.answers })}</small>
                </li>
              ) : (
                []
              );
            })}
          </ul>
        </Section>
      )}
      {(thanked ?? inTime) && (
        <Section title={t('courtesy.mine.own')}>
          <ul className={css.sentences}>
            {thanked && <li>{t('courtesy.mine.thanked', thanked)}</li>}
            {inTime && <li>{t('courtesy.mine.inTime', inTime)}</li>}
          </ul>
        </Section>
      )}
    </>
  );
}

function Hint({ hint }: { hint: AskingHint }) {
  const { t, rich } = useWords();
  const b = (parts: React.ReactNode[]) => <b>{parts}</b>;
  if (hint.kind === 'missing') {
    const where = { place: hint.place?.name ?? '', of: hint.place?.of ?? 'all' };
    const thing = t(`courtesy.hint.thing.${hint.thing}`);
    return (
      <li>
        <span className={css.hint}>{rich(`courtesy.hint.${hint.how}`, { ...where, thing, b })}</span>
        <small>{t('courtesy.hint.tip')}</small>
      </li>
    );
  }
  const { of: total, times } = hint;
  const place = hint.place.name;
  return (
    <li>
      <span className={css.hint}>
        {hint.kind === 'addedLater'
          ? rich('courtesy.hint.addedLater', { place, field: hint.field, total, times, b })
          : rich('courtesy.hint.soon', { place, total, times, b })}
      </span>
      <small>{t(hint.kind === 'soon' ? 'courtesy.hint.soonTip' : 'courtesy.hint.laterTip')}</small>
    </li>
  );
}
