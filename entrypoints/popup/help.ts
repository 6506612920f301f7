import { t } from '../../components/i18n'
import type { SearchAnswer } from '../../registry'

/** The longest piece of somebody's input that a sentence repeats, in characters. */
const REPEATED = 24

/** A plain sentence that says what can be looked up, fitting what was typed. */
export function helpFor(typed: string, answer: SearchAnswer | undefined): string {
  if (typed.trim() === '') return t('popupHint')
  if (!answer) return t('noBackground')
  if (answer.kind === 'results') return ''
  const said = typed.trim().slice(0, REPEATED)
  switch (answer.reason) {
    case 'empty':
      return t('popupHint')
    case 'too-long':
      return t('help_tooLong')
    case 'out-of-range':
      return t('help_outOfRange', said)
    case 'negative':
      return t('help_negative', said)
    case 'decimal':
      return t('help_decimal')
    case 'backwards':
      return t('help_backwards', said)
    case 'address':
      return t('help_address', said)
    case 'not-found':
      return t('help_notFound')
  }
}
