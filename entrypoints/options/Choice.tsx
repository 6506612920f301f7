import { type MessageKey, t } from '../../components/i18n'
import type { Settings } from '../../settings/settings'
import type { StoredSettings } from './use-settings'

interface Props<Name extends 'marks' | 'markStyle' | 'card'> {
  readonly stored: StoredSettings
  readonly setting: Name
  readonly values: readonly Settings[Name][]
}

/** One of a few ways, each with a sentence that says when one would want it. */
export function Choice<Name extends 'marks' | 'markStyle' | 'card'>({ stored, setting, values }: Props<Name>) {
  const { settings, locked, change } = stored
  const isLocked = locked.has(setting)
  return (
    <fieldset disabled={isLocked}>
      <legend>{t(`options_${setting}_`)}</legend>
      {isLocked && <p class="small">{t('options_locked')}</p>}
      {values.map((value) => {
        const key = `options_${setting}_${value.replace('-', '')}`
        return (
          <label key={value} class="option">
            <input
              type="radio"
              name={setting}
              value={value}
              checked={settings[setting] === value}
              onChange={() => change({ [setting]: value })}
            />
            <span>
              <b class={setting === 'markStyle' ? `mark ${value}` : ''}>{t(key as MessageKey)}</b>
              <small>{t(`${key}_when` as MessageKey)}</small>
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}
