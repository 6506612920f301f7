import { t } from '../../components/i18n'
import { StepKeys } from './StepKeys'

/** Three things to try, each within a moment, and what Porthole can see. */
export function Welcome() {
  return (
    <main class="page">
      <h1>{t('options_welcome')}</h1>
      <p class="lead">{t('options_welcomeLead')}</p>
      <ol>
        <li>
          <h2>{t('options_tryHover')}</h2>
          <p>{t('options_tryHoverHow')}</p>
          <blockquote>
            <p>{t('options_trySentence')}</p>
          </blockquote>
        </li>
        <li>
          <h2>{t('options_tryPopup')}</h2>
          <p>{t('options_tryPopupHow')}</p>
        </li>
        <li>
          <h2>{t('options_tryKeys')}</h2>
          <p>{t('options_tryKeysHow')}</p>
          <p>
            <kbd>port</kbd> <kbd>{t('options_space')}</kbd> <kbd>5432</kbd> <kbd>Enter</kbd>
          </p>
          <StepKeys />
        </li>
      </ol>
      <section>
        <h2>{t('options_sees')}</h2>
        <p>{t('options_seesWhat')}</p>
        <p>
          <b>{t('options_seesNothingLeaves')}</b>
        </p>
      </section>
      <p class="buttons">
        <a href="options.html#labels">{t('options_welcomeLabels')}</a>
        <a href="options.html#keys">{t('options_keysChange')}</a>
      </p>
    </main>
  )
}
