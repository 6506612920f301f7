import { t } from '../../components/i18n'
import { CARD_TRIGGERS, MARK_STYLES, MARKS } from '../../settings/settings'
import { Choice } from './Choice'
import { Labels } from './Labels'
import { Reset } from './Reset'
import { Shortcuts } from './Shortcuts'
import { Sites } from './Sites'
import { Transfer } from './Transfer'
import { useLabels } from './use-labels'
import { useSettings } from './use-settings'

const SECTIONS = ['labels', 'transfer', 'sites', 'marks', 'card', 'keys', 'reset'] as const

/** One's own ports and one's own ways, on one page. */
export function Options() {
  const stored = useSettings()
  const labels = useLabels()
  return (
    <div class="page">
      <header>
        <h1>{t('options_title')}</h1>
        <nav aria-label={t('options_sections')}>
          {SECTIONS.map((section) => (
            <a key={section} href={`#${section}`}>
              {t(`options_${section}`)}
            </a>
          ))}
        </nav>
      </header>
      <main>
        <section id="labels">
          <h2>{t('options_labels')}</h2>
          <p>{t('options_labelsWhy')}</p>
          {labels && <Labels labels={labels} />}
        </section>
        <section id="transfer">
          <h2>{t('options_transfer')}</h2>
          <Transfer labels={labels} stored={stored} />
        </section>
        {stored && (
          <>
            {stored.failure && (
              <p class="problem" role="alert">
                {t(stored.failure === 'full' ? 'options_sitesFull' : 'options_refused')}
              </p>
            )}
            <section id="sites">
              <h2>{t('options_sites')}</h2>
              <Sites stored={stored} />
            </section>
            <section id="marks">
              <h2>{t('options_marks')}</h2>
              <Choice stored={stored} setting="marks" values={MARKS} />
              <Choice stored={stored} setting="markStyle" values={MARK_STYLES} />
            </section>
            <section id="card">
              <h2>{t('options_card')}</h2>
              <Choice stored={stored} setting="card" values={CARD_TRIGGERS} />
              <Badge stored={stored} />
            </section>
          </>
        )}
        <section id="keys">
          <h2>{t('options_keys')}</h2>
          <Shortcuts />
        </section>
        <section id="reset">
          <h2>{t('options_reset')}</h2>
          {labels && stored && <Reset labels={labels} stored={stored} />}
        </section>
      </main>
    </div>
  )
}

function Badge({
  stored: { settings, locked, change },
}: {
  readonly stored: NonNullable<ReturnType<typeof useSettings>>
}) {
  return (
    <label class="option">
      <input
        type="checkbox"
        checked={settings.badge}
        disabled={locked.has('badge')}
        onChange={(event) => change({ badge: event.currentTarget.checked })}
      />
      <span>
        <b>{t('options_badge')}</b>
        <small>{t('options_badgeWhen')}</small>
        {locked.has('badge') && <small>{t('options_locked')}</small>}
      </span>
    </label>
  )
}
