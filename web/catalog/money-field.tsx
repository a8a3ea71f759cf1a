// An amount of money, typed as people type it, and its currency.
import { useState } from 'react';
import { useWords } from '../platform/words.tsx';
import { Field } from '../ui/field.tsx';
import { plainAmount } from './amounts.ts';
import css from './form-fields.module.css';

/** The currencies of where our readers are; the one that was given is always among them. */
const usual = ['EUR', 'USD', 'GBP', 'SEK', 'NOK', 'DKK', 'CHF', 'PLN', 'CZK', 'RUB', 'MXN', 'COP', 'ARS', 'JPY'];

type Part = 'amount' | 'currency';
const partOf = (value: unknown, part: Part): string => {
  const found = typeof value === 'object' && value !== null ? (value as Partial<Record<Part, unknown>>)[part] : '';
  return typeof found === 'string' ? found : '';
};

export function MoneyField(props: {
  label: string;
  name: string;
  optional: boolean;
  description?: string;
  value: unknown;
  onChange: (money: { amount: string; currency: string }) => void;
}) {
  const { t, locale } = useWords();
  const { value, onChange, ...frame } = props;
  const currency = partOf(value, 'currency') || 'EUR';
  const [typed, setTyped] = useState(partOf(value, 'amount'));
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  return (
    <Field {...frame}>
      {(wiring) => (
        <span className={css.pair}>
          <input
            {...wiring}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              onChange({ amount: plainAmount(event.target.value), currency });
            }}
          />
          <select
            aria-label={t('catalog.answer.currency', { field: props.label })}
            value={currency}
            onChange={(event) => onChange({ amount: plainAmount(typed), currency: event.target.value })}
          >
            {[...new Set([...usual, currency])].map((code) => (
              <option key={code} value={code} title={names.of(code)}>
                {code}
              </option>
            ))}
          </select>
        </span>
      )}
    </Field>
  );
}
