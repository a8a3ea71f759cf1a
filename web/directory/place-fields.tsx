// Fields for language, country, region and time zone, with the choices that the server takes.
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { directoryApi } from '../../contract/directory.ts';
import { languages, type Language } from '../../contract/shapes.ts';
import { languageNames } from '../platform/language.ts';
import { read } from '../platform/query.ts';
import { useWords } from '../platform/words.tsx';
import { Select } from '../ui/field.tsx';
import { zonesByArea } from './zones.ts';

type Choice<T> = { value: T; onChoose: (value: T) => void; label?: string; description?: ReactNode };

export function LanguageSelect({ value, onChoose, label, description }: Choice<Language>) {
  const { t } = useWords();
  return (
    <Select
      label={label ?? t('directory.language')}
      name="language"
      value={value}
      description={description}
      onChange={(event) => onChoose(event.target.value as Language)}
    >
      {languages.map((one) => (
        <option key={one} value={one} lang={one}>
          {languageNames[one]}
        </option>
      ))}
    </Select>
  );
}

export function ZoneSelect({ value, onChoose, label, description }: Choice<string>) {
  const { t, locale } = useWords();
  return (
    <Select
      label={label ?? t('directory.zone')}
      name="zone"
      value={value}
      description={description}
      onChange={(event) => onChoose(event.target.value)}
    >
      {zonesByArea(Intl.supportedValuesOf('timeZone'), value, locale).map(({ area, zones }) => (
        <optgroup key={area ?? 'none'} label={area ? t(`directory.area.${area}`) : t('directory.area.none')}>
          {zones.map(({ id, city }) => (
            <option key={id} value={id}>
              {city}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
}

/** Every country whose holidays are known; only its names change with the language. */
export const useCountries = () => {
  const { language } = useWords();
  const list = useQuery({
    ...read(directoryApi.listCountries, { query: { language } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return list.data?.items ?? [];
};

/** `none` is what an empty choice is called; without it, one must be chosen. */
export function CountrySelect(props: Choice<string | null> & { none?: string }) {
  const { t } = useWords();
  const countries = useCountries();
  return (
    <Select
      label={props.label ?? t('directory.country')}
      name="country"
      value={props.value ?? ''}
      description={props.description}
      onChange={(event) => props.onChoose(event.target.value || null)}
    >
      {(props.none || !props.value) && <option value="">{props.none ?? t('directory.country.choose')}</option>}
      {/* Until the list is here, what is chosen is shown by its code. */}
      {props.value && countries.length === 0 && <option value={props.value}>{props.value}</option>}
      {countries.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </Select>
  );
}

/** Nothing where the country has no regions with holidays of their own. */
export function RegionSelect({ country, value, onChoose }: Choice<string | null> & { country: string | null }) {
  const { t } = useWords();
  const regions = useCountries().find(({ code }) => code === country)?.regions ?? [];
  if (regions.length === 0) return null;
  return (
    <Select
      label={t('directory.region')}
      name="region"
      value={value ?? ''}
      description={t('directory.region.help')}
      onChange={(event) => onChoose(event.target.value || null)}
    >
      <option value="">{t('directory.region.none')}</option>
      {regions.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </Select>
  );
}
