// What got in the way of a promise: chosen by the promiser, in the first person, so that the system is mended and not the person.
import { MissReason } from '../../contract/promises.ts';
import { useWords } from '../platform/words.tsx';
import { Chips } from '../ui/chips.tsx';

export const missReasons = MissReason.options;

/** The chosen reason, or null while none of the known ones is chosen. */
export const missReasonOf = (value: string): MissReason | null => missReasons.find((one) => one === value) ?? null;

export function MissField({ value, onChoose }: { value: string; onChoose: (reason: MissReason) => void }) {
  const { t } = useWords();
  return (
    <Chips
      label={t('requests.miss.label')}
      help={t('requests.miss.help')}
      name="missReason"
      chips={missReasons.map((reason) => ({ value: reason, label: t(`requests.miss.${reason}`) }))}
      value={missReasonOf(value)}
      onChoose={onChoose}
    />
  );
}
