// The sample company's people whom one may be, each with what they do.
import { useQuery } from '@tanstack/react-query';
import { directoryApi, type DemoRole } from '../../contract/directory.ts';
import { read, useWrite } from '../platform/query.ts';
import { refreshStanding } from '../platform/session.tsx';
import { useWords } from '../platform/words.tsx';
import { Button } from '../ui/button.tsx';
import { Face } from '../ui/face.tsx';
import { ProblemNote } from '../ui/form.tsx';
import { Row, RowList } from '../ui/row.tsx';
import { Loaded } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import css from './directory.module.css';

export function DemoPeople() {
  const { t } = useWords();
  const people = useQuery(read(directoryApi.listDemoPeople, {}));
  const signIn = useWrite(directoryApi.signInDemo);
  const be = async (as: DemoRole) => {
    if (await signIn.send({ body: { as } })) await refreshStanding();
  };
  return (
    <>
      {signIn.problem && <ProblemNote problem={signIn.problem} />}
      <Loaded query={people} rows={5}>
        {({ items }) => (
          <RowList label={t('directory.demo.people')}>
            {items.map((one) => (
              <Row
                key={one.as}
                narrow
                time={<Face of={one} />}
                title={one.name}
                sub={
                  <>
                    <Tag>{t(`directory.demo.as.${one.as}`)}</Tag>
                    {one.does && <span className={css.does}>{one.does}</span>}
                  </>
                }
                acts={
                  <Button
                    onClick={() => void be(one.as)}
                    pending={signIn.isPending && signIn.variables?.body?.as === one.as}
                    aria-label={t('directory.demo.beNamed', { name: one.name })}
                  >
                    {t('directory.demo.be')}
                  </Button>
                }
              />
            ))}
          </RowList>
        )}
      </Loaded>
    </>
  );
}
