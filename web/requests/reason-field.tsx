// Why, in one tap or in own words: a chip begins the sentence, and for a late promise it also is the reason that is counted.
import type { MissReason } from '../../contract/promises.ts';
import { useWords } from '../platform/words.tsx';
import { TextArea } from '../ui/field.tsx';
import { Chips } from '../ui/chips.tsx';
import { missReasonOf, missReasons } from './miss-field.tsx';

// Before the due time nobody has forgotten anything yet.
const inTime: readonly MissReason[] = [
  'waitingOnOthers',
  'tooMuchAtOnce',
  'tookLonger',
  'supply',
  'askChanged',
  'absence',
];

export function ReasonField(props: {
  label: string;
  late: boolean;
  reason: string;
  missReason: string;
  onChange: (change: { reason?: string; missReason?: string }) => void;
  error?: string;
}) {
  const { t } = useWords();
  const sentence = (reason: MissReason) => (reason === 'other' ? '' : t(`requests.miss.${reason}`));
  const chosen = missReasonOf(props.missReason);
  const own = props.reason !== '' && !missReasons.some((reason) => sentence(reason) === props.reason);
  return (
    <>
      <Chips
        label={props.label}
        name="missReason"
        {...(props.late ? { help: t('requests.miss.help') } : {})}
        {...(props.error ? { error: props.error } : {})}
        chips={(props.late ? missReasons : inTime).map((reason) => ({
          value: reason,
          label: t(`requests.miss.${reason}`),
        }))}
        value={chosen}
        onChoose={(reason) => props.onChange({ missReason: reason, ...(own ? {} : { reason: sentence(reason) }) })}
      />
      <TextArea
        label={t('requests.reason.words')}
        name="reason"
        limit={1000}
        rows={2}
        value={props.reason}
        onChange={(event) => props.onChange({ reason: event.target.value })}
      />
    </>
  );
}
