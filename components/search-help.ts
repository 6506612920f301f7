import type { HelpReason } from '../registry'
import { t } from './i18n'

/** The longest piece of somebody's input that a sentence repeats, in characters. */
const REPEATED = 24

/** A plain sentence that says what can be looked up, fitting what was typed; nothing for an empty field. */
export function searchHelp(reason: HelpReason, typed: string): string {
  const said = typed.trim().slice(0, REPEATED)
  switch (reason) {
    case 'empty':
      return ''
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
