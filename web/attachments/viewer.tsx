// A picture as large as the window allows: arrow keys go on to the next, Escape closes.
import type { KeyboardEvent } from 'react';
import type { AttachmentRef } from '../../contract/attachments.ts';
import { useWords } from '../platform/words.tsx';
import { IconButton } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icons.tsx';
import { SaveLink, shownAt } from './save-link.tsx';
import css from './attachments.module.css';

type Parts = {
  pictures: readonly AttachmentRef[];
  at: number;
  onMove: (to: number) => void;
  onClose: () => void;
};

export function Viewer({ pictures, at, onMove, onClose }: Parts) {
  const { t } = useWords();
  const file = pictures[at];
  if (!file) return null;
  const several = pictures.length > 1;
  const step = (by: -1 | 1) => onMove((at + by + pictures.length) % pictures.length);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!several || (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft')) return;
    event.preventDefault();
    step(event.key === 'ArrowRight' ? 1 : -1);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      wide
      title={<span dir="auto">{file.name}</span>}
      {...(several ? { sub: t('attachments.of', { at: at + 1, count: pictures.length }) } : {})}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys are a second way to the two buttons inside */}
      <div className={css.viewer} onKeyDown={onKeyDown}>
        <img key={file.id} src={shownAt(file.id)} alt={file.name} />
        <div className={css.under}>
          <SaveLink file={file} />
          {several && (
            <span className={css.steps}>
              <IconButton label={t('attachments.previous')} onClick={() => step(-1)}>
                <Icon name="left" />
              </IconButton>
              <IconButton label={t('attachments.next')} onClick={() => step(1)} autoFocus>
                <Icon name="right" />
              </IconButton>
            </span>
          )}
        </div>
      </div>
    </Dialog>
  );
}
