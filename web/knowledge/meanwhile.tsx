// Over the editor: that words from before were taken up again, or that somebody saved others meanwhile, with both texts.
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';
import { SideBySide } from './changes.tsx';
import type { Fields, Writing } from './use-writing.ts';
import css from './editor.module.css';

const whole = ({ title, body }: Fields) => `${title}\n\n${body}`;

export function Meanwhile({ writing }: { writing: Writing }) {
  const { t } = useWords();
  const { theirs, takenUp, fields, settle } = writing;
  return (
    <div role="status">
      {theirs ? (
        <div className={css.meanwhile}>
          <p>
            <Icon name="warning" /> {t('knowledge.clash')}
          </p>
          <SideBySide
            before={whole(theirs)}
            after={whole(fields)}
            titles={[t('knowledge.clash.theirs'), t('knowledge.clash.mine')]}
          />
          <p className={css.choices}>
            <Button onClick={() => settle('mine')}>{t('knowledge.clash.keepMine')}</Button>
            <Button weight="quiet" onClick={() => settle('theirs')}>
              {t('knowledge.clash.takeTheirs')}
            </Button>
          </p>
        </div>
      ) : (
        takenUp && (
          <p className={css.takenUp}>
            {t('knowledge.takenUp')}{' '}
            <Button weight="quiet" onClick={() => settle('theirs')}>
              {t('knowledge.takenUp.drop')}
            </Button>
          </p>
        )
      )}
    </div>
  );
}
