// A service in words: its first sentence, how long it usually takes, and who reads what is asked.
import type { Approval, Service, ServiceItem, Usual } from '../../contract/catalog.ts';
import { useWords, type Speech } from '../platform/words.tsx';
import { Icon } from '../ui/icons.tsx';
import { Tag } from '../ui/tag.tsx';
import css from './catalog.module.css';

/** The first sentence of a description, without its marks. Pure. */
export function firstSentence(markdown: string): string {
  const plain = markdown
    .split('\n')
    .map((line) => line.replace(/^[#>*\-\s]+/, '').trim())
    .find((line) => line !== '');
  const bare = (plain ?? '').replaceAll(/\[([^\][]*)\]\([^)[]*\)/g, '$1').replaceAll(/[*_`]/g, '');
  const end = /[.!?…](?:\s|$)/.exec(bare);
  return end ? bare.slice(0, end.index + 1) : bare;
}

/** "Most within 2 working days". */
export const usualInWords = ({ amount, unit }: Usual, { t }: Pick<Speech, 't'>): string =>
  unit === 'minutes'
    ? t('catalog.usual.minutes', { amount })
    : unit === 'hours'
      ? t('catalog.usual.hours', { amount })
      : t('catalog.usual.days', { amount });

/** "Your manager, then Esther Mbeki" or "Nadia Haddad or Henrik Sundström". */
export function approversInWords({ mode, steps }: Approval, { t, list }: Speech): string {
  const names = steps.map((step) => ('person' in step ? step.person.name : t('catalog.approval.theManager')));
  if (mode === 'any') return list(names, 'disjunction');
  return names.length < 2
    ? (names[0] ?? '')
    : names.reduce((before, next) => t('catalog.approval.then', { before, next }));
}

/** Private or open, where it is one of them: in words, with a sign that repeats them. */
export function SightTag({ sight }: { sight: ServiceItem['sight'] }) {
  const { t } = useWords();
  if (sight === 'usual') return null;
  return sight === 'private' ? (
    <Tag>
      <span className={css.sight}>
        <Icon name="lock" /> {t('catalog.sight.private')}
      </span>
    </Tag>
  ) : (
    <Tag kind="kept">{t('catalog.sight.open')}</Tag>
  );
}

/** Who reads requests of the service, in a sentence. */
export const readersInWords = ({ sight, team }: Pick<Service, 'sight' | 'team'>, { t }: Pick<Speech, 't'>): string =>
  t(`catalog.readers.${sight}`, { team: team.name });
