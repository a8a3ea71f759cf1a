// The settings of the company, for its administrators: what each capability lets them decide, on one calm page of links.
import { Icon } from '../ui/icons.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Row, RowList } from '../ui/row.tsx';
import { NotAllowed } from '../ui/states.tsx';
import { settingsGroups, type Capability, type Inside, type Setting } from './capability.ts';
import { useStanding } from './session.tsx';
import { useWords, type Speech } from './words.tsx';

/** Everything that this person may set, in the order of the capabilities. */
export const settingsFor = (capabilities: readonly Capability[], inside: Inside, words: Speech): readonly Setting[] =>
  capabilities.flatMap((one) => one.settings?.(inside, words) ?? []);

export function Settings({ capabilities }: { capabilities: readonly Capability[] }) {
  const words = useWords();
  const { t } = words;
  const standing = useStanding();
  const all = standing.person ? settingsFor(capabilities, { ...standing, person: standing.person }, words) : [];
  if (all.length === 0) return <NotAllowed />;
  return (
    <Page narrow title={t('platform.settings')} sub={t('platform.settings.sub')}>
      {settingsGroups.map((group) => {
        const those = all.filter((one) => one.group === group);
        if (those.length === 0) return null;
        return (
          <Section key={group} title={t(`platform.settings.${group}`)}>
            <RowList>
              {those.map(({ to, label, about, icon }) => (
                <Row key={to} narrow time={<Icon name={icon} large />} title={label} to={to} sub={about} />
              ))}
            </RowList>
          </Section>
        );
      })}
    </Page>
  );
}
