// Tells, over a form, what somebody else changed in the fields one is changing too.
import { useWords } from '../platform/words.tsx';
import { Icon } from '../ui/icons.tsx';
import type { Edit } from '../platform/use-edit.ts';
import css from './directory.module.css';

/** `label` names a field; `inWords` says a value where it is not plain words. */
export function Meanwhile<F extends object>(props: {
  edit: Edit<F>;
  label: (field: keyof F & string) => string;
  inWords?: (field: keyof F & string, value: F[keyof F]) => string | null;
}) {
  const { t } = useWords();
  const { meanwhile } = props.edit;
  const said = (field: keyof F & string, now: F[keyof F]) =>
    props.inWords?.(field, now) ?? (typeof now === 'string' && now !== '' ? now : null);
  return (
    <div role="status" className={css.news}>
      {meanwhile.length > 0 && (
        <div className={css.meanwhile}>
          <Icon name="warning" />
          <div>
            <p>{t('directory.meanwhile')}</p>
            <ul>
              {meanwhile.map(({ field, now }) => {
                const value = said(field, now);
                const name = props.label(field);
                return (
                  <li key={field}>
                    {value === null
                      ? t('directory.meanwhile.changed', { field: name })
                      : t('directory.meanwhile.now', { field: name, value })}
                  </li>
                );
              })}
            </ul>
          </div>
        </div>
      )}
    </div>
  );
}
