import { useState } from 'preact/hooks'
import { CopyButton } from '../../components/CopyButton'
import { t } from '../../components/i18n'
import type { PortKnowledge } from '../../registry/types'
import { titleOf } from './article/names'
import { language } from './language'

/** A ready-made text for whoever finds a mistake: what the page says, and room for what is right. */
export function Correction({ knowledge }: { readonly knowledge: PortKnowledge }) {
  const [text, setText] = useState(() => correctionOf(knowledge))
  return (
    <section aria-labelledby="wrong" class="wrong">
      <h2 id="wrong">{t('page_wrong')}</h2>
      <p>{t('page_wrongLead')}</p>
      <textarea
        rows={7}
        aria-label={t('page_wrongLabel')}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <CopyButton text={text} />
    </section>
  )
}

function correctionOf(knowledge: PortKnowledge): string {
  const { port, services, uses } = knowledge
  const registered = services.map(({ name, description }) => (description ? `${name} (${description})` : name))
  const used = uses.map(({ name, role, source }) => `${name}${role ? `, ${role}` : ''} <${source}>`)
  const nothing = t('page_wrongNothing')
  return t(
    'page_wrongText',
    port,
    language.text(titleOf(knowledge)),
    registered.join('; ') || nothing,
    used.join('; ') || nothing,
  )
}
