// Files beside words that are being written: the button that adds them, and a row for each with how far it is.
import { useRef, type RefObject } from 'react';
import { largestFile } from '../../contract/attachments.ts';
import { useWords } from '../platform/words.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Hidden } from '../ui/hidden.tsx';
import { Icon } from '../ui/icons.tsx';
import { useProblemWords } from '../ui/problem-words.ts';
import { shownAt } from './save-link.tsx';
import { sizeInWords } from './size.ts';
import type { Files, Item } from './use-files.ts';
import css from './attachments.module.css';

/** The buttons: any files, or the one that is asked for, and on a phone its camera. */
export function AddFiles({ files, words = false }: { files: Files; words?: boolean }) {
  const { t } = useWords();
  const any = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const label = t(files.most === 1 ? 'attachments.addOne' : 'attachments.add');
  return (
    <span className={css.add}>
      {words ? (
        <Button weight="quiet" onClick={() => any.current?.click()}>
          <Icon name="clip" /> {label}
        </Button>
      ) : (
        <IconButton label={label} onClick={() => any.current?.click()}>
          <Icon name="clip" />
        </IconButton>
      )}
      <span className={css.camera}>
        <IconButton label={t('attachments.photo')} onClick={() => camera.current?.click()}>
          <Icon name="camera" />
        </IconButton>
      </span>
      <Chooser of={any} files={files} />
      <Chooser of={camera} files={files} camera />
    </span>
  );
}

function Chooser(props: { of: RefObject<HTMLInputElement | null>; files: Files; camera?: true }) {
  const { of, files, camera } = props;
  return (
    <input
      ref={of}
      type="file"
      hidden
      tabIndex={-1}
      aria-hidden="true"
      {...(camera ? { accept: 'image/*', capture: 'environment' as const } : { multiple: files.most > 1 })}
      onChange={(event) => {
        files.add(event.target.files ?? []);
        // The same file may be chosen again after it was removed.
        event.target.value = '';
      }}
    />
  );
}

/** What was chosen, in rows; tells what happens to screen readers. */
export function ChosenFiles({ files }: { files: Files }) {
  const { t } = useWords();
  const last = files.items.at(-1);
  return (
    <>
      {files.items.length > 0 && (
        <ul className={css.chosen} aria-label={t('attachments.chosen')}>
          {files.items.map((item) => (
            <Chosen key={item.key} item={item} files={files} />
          ))}
        </ul>
      )}
      {files.tooMany && <p className={css.why}>{t('attachments.tooMany', { count: files.most })}</p>}
      <span role="status">
        <Hidden>{last && <Told item={last} />}</Hidden>
      </span>
    </>
  );
}

function Chosen({ item, files }: { item: Item; files: Files }) {
  const words = useWords();
  const { t } = words;
  const why = useWhy(item);
  const picture = item.preview ?? (item.file?.image ? shownAt(item.file.id) : null);
  const { name, state } = item;
  return (
    <li className={state === 'failed' ? css.failed : undefined}>
      {picture ? <img className={css.small} src={picture} alt="" /> : <Icon name="file" />}
      <span className={css.name}>
        <span dir="auto">{name}</span>
        {state === 'failed' ? <small className={css.why}>{why}</small> : <small>{sizeInWords(item.size, words)}</small>}
        {state === 'sending' && (
          <progress value={item.progress} max={1} aria-label={t('attachments.sending', { name })} />
        )}
      </span>
      {state === 'failed' && item.problem && (
        <Button weight="quiet" aria-label={t('attachments.retryOne', { name })} onClick={() => files.retry(item.key)}>
          {t('attachments.retry')}
        </Button>
      )}
      <IconButton label={t('attachments.remove', { name })} onClick={() => files.remove(item.key)}>
        <Icon name="cross" />
      </IconButton>
    </li>
  );
}

function Told({ item }: { item: Item }) {
  const { t } = useWords();
  const why = useWhy(item);
  const { name } = item;
  if (item.state === 'failed') return t('attachments.failed', { name, why });
  return item.state === 'sent' ? t('attachments.ready', { name }) : t('attachments.sending', { name });
}

function useWhy({ reason, problem }: Item): string {
  const words = useWords();
  const said = useProblemWords(problem ?? null);
  if (!reason) return said;
  return words.t(`attachments.${reason}`, {
    most: sizeInWords(Math.floor(largestFile / 1_048_576) * 1_000_000, words),
  });
}
