import { t } from '../../components/i18n'
import { searchHelp } from '../../components/search-help'
import type { SearchAnswer } from '../../registry'

/** A plain sentence that says what can be looked up, fitting what was typed. */
export function helpFor(typed: string, answer: SearchAnswer | undefined): string {
  if (typed.trim() === '') return t('popupHint')
  if (!answer) return t('noBackground')
  if (answer.kind === 'results') return ''
  return searchHelp(answer.reason, typed) || t('popupHint')
}
