// A part of the page that takes files: dropped anywhere on it, or pasted while writing in it.
import { useRef, useState, type ClipboardEvent, type DragEvent, type ReactNode } from 'react';
import { useWords } from '../platform/words.tsx';
import { Icon } from '../ui/icons.tsx';
import { toast } from '../ui/toast.tsx';
import css from './attachments.module.css';

export type DropZoneProps = {
  /** What was dropped or pasted; without it nothing is taken. */
  onFiles?: ((files: File[]) => void) | undefined;
  children: ReactNode;
};

/** `<DropZone onFiles={files.add}>…</DropZone>` */
export function DropZone({ onFiles, children }: DropZoneProps) {
  const { t } = useWords();
  const [over, setOver] = useState(false);
  // The pointer enters and leaves every part on its way.
  const depth = useRef(0);
  if (!onFiles) return <>{children}</>;
  const onDrag = (step: -1 | 1) => (event: DragEvent) => {
    if (!carriesFiles(event)) return;
    depth.current = Math.max(0, depth.current + step);
    setOver(depth.current > 0);
  };
  const onDrop = (event: DragEvent) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    depth.current = 0;
    setOver(false);
    const { files, folders } = dropped(event.dataTransfer);
    if (folders) toast(t('attachments.folder'));
    if (files.length > 0) onFiles(files);
  };
  const onPaste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    // Words that were copied from a text program come with a picture of themselves.
    if (files.length === 0 || event.clipboardData.types.includes('text/plain')) return;
    event.preventDefault();
    onFiles(files.map(named));
  };
  return (
    <div
      className={css.zone}
      onDragEnter={onDrag(1)}
      onDragLeave={onDrag(-1)}
      onDragOver={(event) => carriesFiles(event) && event.preventDefault()}
      onDrop={onDrop}
      onPaste={onPaste}
    >
      {children}
      {over && (
        <div className={css.over} aria-hidden="true">
          <p>
            <Icon name="clip" large /> {t('attachments.drop')}
          </p>
        </div>
      )}
    </div>
  );
}

const carriesFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files');

function dropped(carried: DataTransfer): { files: File[]; folders: boolean } {
  const parts = [...carried.items].filter(({ kind }) => kind === 'file');
  const plain = parts.filter((part) => part.webkitGetAsEntry()?.isDirectory !== true);
  return { files: plain.flatMap((part) => part.getAsFile() ?? []), folders: plain.length < parts.length };
}

/** A screenshot comes as "image.png", each one; with the time in its name it can be told from the next. */
function named(file: File): File {
  if (!/^image\.\w+$/.test(file.name)) return file;
  const at = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  const time = `${two(at.getHours())}.${two(at.getMinutes())}.${two(at.getSeconds())}`;
  return new File([file], `${day} ${time}.${file.name.split('.')[1]}`, { type: file.type });
}
